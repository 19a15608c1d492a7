import Activity
import Rankings

/// What the page of one player on one board says.
struct PlayerPage {
    let report: PlayerReport
    /// The edition the page is of.
    let edition: Edition
    let place: PagePlace
    let words: Catalogue
    let games: GameNames

    var context: PageContext {
        var context = place.context(
            path: "\(OutputPath.folder(of: edition.board.id))/", file: OutputPath.page(of: report.player))
        let name = words.shown(report.entry.name)
        let board = edition.board
        context[.title] = "\(name) – \(edition.event.name)"
        context[.description] = words[.playerDescription, ["event": edition.event.name, "board": board.title]]
        context[.name] = name
        context[.gameName] = games[edition.event.game]
        context[.eventName] = edition.event.name
        context[.boardTitle] = board.title
        context[.href] = place.address(of: "\(OutputPath.folder(of: board.id))/", in: place.language)
        context.set(.slot, edition.slot.unixSeconds)
        context[.words] = Freshness(edition: edition, catalogue: words).words
        addNow(to: &context)
        let steps = ScoreStep.all(of: report.series, starts: starts)
        let presence = PlayerPresence(report: report, edition: edition)
        let chart = PlayerChart(report: report, edition: edition, presence: presence)
        context.set(.chart, chart.context)
        PlayerRun(steps: steps, presence: presence, edition: edition, words: words).add(to: &context)
        let days = PlayerDays(report: report, presence: presence, starts: starts, edition: edition, words: words)
        context.set(.days, days.rows)
        context.set(.names, nameRows)
        context.set(.past, report.past.map(past))
        context.set(.hasPast, !report.past.isEmpty)
        return context
    }

    private var starts: Slot { Slot(containing: edition.board.times.starts) }
    private var scale: Int { edition.board.rules.scale }

    private func addNow(to context: inout PageContext) {
        let entry = report.entry
        context[.rank] = Wording.number(Int64(entry.rank))
        context[.score] = Wording.number(entry.score, scale: scale)
        context[.idle] = words.age(minutes: edition.slot - entry.scoredAt)
        context[.idleTime] = CivilTime(entry.scoredAt.start).machineReadable
        context.set(
            .gains,
            edition.gains.map { window in
                var gain = PageContext()
                gain.set(.hours, window.hours)
                gain[.gain] = window.players[entry.player].map { Wording.gain($0, scale: scale) } ?? "–"
                return gain
            })
    }

    /// The names the player had on the board, the newest first, each with the time from which.
    private var nameRows: [PageContext] {
        var rows: [(name: String, since: Slot)] = []
        for point in report.series.points {
            if let name = point.name, rows.last?.name != name { rows.append((name, point.slot)) }
        }
        return rows.reversed().map { name, since in
            var row = PageContext()
            row[.name] = words.shown(name)
            let time = CivilTime(since.start)
            row[.when] = "\(words.shortDate(time)), \(time.clock)"
            return row
        }
    }

    private func past(_ placement: PlayerReport.Placement) -> PageContext {
        var row = PageContext()
        row[.eventName] = placement.event.name
        row[.boardTitle] = placement.board.title
        row[.href] = place.address(of: "\(OutputPath.folder(of: placement.board.id))/", in: place.language)
        row[.rank] = Wording.number(Int64(placement.rank))
        row[.score] = Wording.number(placement.score, scale: placement.board.rules.scale)
        row[.dates] = words.date(CivilTime(placement.board.times.ends))
        return row
    }
}
