import Activity
import Rankings

/// The rows of a board: entries, with each border after the last entry that is ranked no lower.
struct BoardTable {
    let edition: Edition
    let words: Catalogue
    private let forecasts: [Int: Quantiles]
    /// Whether anybody who is on the board was an hour ago.
    private let wereRanked: Bool

    init(edition: Edition, words: Catalogue) {
        self.edition = edition
        self.words = words
        let ranks = edition.hour?.ranks ?? [:]
        wereRanked = edition.standing.entries.contains { ranks[$0.player] != nil }
        let borders = edition.forecast?.forecast.borders ?? []
        forecasts = Dictionary(borders.map { ($0.rank, $0.final) }) { first, _ in first }
    }

    func add(to context: inout PageContext) {
        context.set(.windows, edition.gains.map(window))
        context.set(.hasGames, edition.hour != nil)
        context.set(.rows, rows)
        context[.playersRemoved] = edition.playersRemoved.map { words.date(CivilTime($0)) }
        let isEmpty = edition.standing.entries.isEmpty && edition.standing.borders.isEmpty
        context.set(.noRows, isEmpty && edition.playersRemoved == nil)
    }

    private var rows: [PageContext] {
        var rows: [PageContext] = []
        var borders = edition.standing.borders[...]
        for entry in edition.standing.entries {
            while let border = borders.first, border.rank < entry.rank {
                rows.append(row(of: border))
                borders.removeFirst()
            }
            rows.append(row(of: entry))
        }
        return rows + borders.map { row(of: $0) }
    }

    private func window(_ window: GainWindow) -> PageContext {
        var context = PageContext()
        context.set(.hours, window.hours)
        context[.coverage] = "\(window.coverage.seen)/\(window.coverage.planned)"
        context.set(.isPartial, isPoorlySeen(window.coverage))
        context.set(.isChosen, window.hours == 1)
        return context
    }

    private func row(of entry: StandingEntry) -> PageContext {
        var context = PageContext(capacity: Self.namesOfRow)
        context.set(.border, false)
        context[.key] = entry.player.description
        context[.name] = words.shown(entry.name)
        context.set(.isLinked, entry.name != nil && edition.hasPlayerPages)
        add(rank: entry.rank, score: entry.score, scoredAt: entry.scoredAt, to: &context)
        context.set(.gains, edition.gains.map { gain($0.players[entry.player], of: $0) })
        addPlay(of: entry, to: &context)
        return context
    }

    /// How the player plays: what the last hour says, and the time since the last score.
    private func addPlay(of entry: StandingEntry, to context: inout PageContext) {
        let climb = Climb(
            from: edition.hour?.ranks[entry.player], to: entry.rank, wereOthersRanked: wereRanked)
        context[.climb] = climb.words(in: words)
        context[.climbStyle] = climb.style
        if edition.phase == .running {
            let state = PlayState(idleMinutes: edition.slot - entry.scoredAt)
            context[.state] = state.rawValue
            context[.stateWords] = words.words(of: state)
        }
        guard edition.hour != nil else { return }
        let games = edition.hour?.games[entry.player]
        context[.games] = games.map(String.init) ?? "–"
        let gain = edition.gains.first { $0.hours == 1 }?.players[entry.player]
        context[.each] = Self.each(gain: gain, games: games).map { Wording.short($0 / Double(scale)) } ?? "–"
    }

    /// Points a game; nil where no game ended.
    static func each(gain: Int64?, games: Int?) -> Double? {
        guard let gain, let games, gain > 0, games > 0 else { return nil }
        return Double(gain) / Double(games)
    }

    private func row(of border: StandingBorder) -> PageContext {
        var context = PageContext(capacity: Self.namesOfRow)
        context.set(.border, true)
        context[.key] = "b\(border.rank)"
        add(rank: border.rank, score: border.score, scoredAt: border.scoredAt, to: &context)
        context.set(.gains, edition.gains.map { gain($0.borders[border.rank], of: $0) })
        context.set(.forecast, forecasts[border.rank].map { ForecastSection.numbers(of: $0, scale: scale) })
        return context
    }

    private func add(rank: Int, score: Int64, scoredAt: Slot, to context: inout PageContext) {
        context[.rank] = Wording.number(Int64(rank))
        context[.score] = Wording.number(score, scale: scale)
        context[.average] = average(of: score)
        context[.idle] = words.age(minutes: edition.slot - scoredAt)
        context[.idleTime] = CivilTime(scoredAt.start).machineReadable
    }

    private func gain(_ gain: Int64?, of window: GainWindow) -> PageContext {
        var context = PageContext(capacity: 3)
        context.set(.hours, window.hours)
        context[.gain] = gain.map { number(of: $0, hours: window.hours) } ?? "–"
        context[.style] = (gain ?? 0) == 0 ? " still" : ""
        return context
    }

    /// Exact for the last hour, in short for what takes longer.
    private func number(of gain: Int64, hours: Int) -> String {
        if hours == 1 { return Wording.gain(gain, scale: scale) }
        return (gain > 0 ? "+" : "") + Wording.short(Double(gain) / Double(scale))
    }

    /// Points an hour from the start of the board to the edition, or to its end; a dash in the first minutes.
    private func average(of score: Int64) -> String {
        let times = edition.board.times
        let minutes = min(edition.slot, Slot(containing: times.ends)) - Slot(containing: times.starts)
        guard minutes >= Self.averageMinutes else { return "–" }
        return Wording.short(Double(score) / Double(scale) * 60 / Double(minutes))
    }

    /// An average of less time says nothing, in minutes.
    private static let averageMinutes = 10

    /// Whether so little of a window was seen that its gains want a mark: less than 95 %.
    private func isPoorlySeen(_ coverage: Coverage) -> Bool { coverage.seen * 20 < coverage.planned * 19 }

    private var scale: Int { edition.board.rules.scale }

    /// The names a row has at the most.
    private static let namesOfRow = 16
}
