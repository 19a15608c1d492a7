import Rankings

/// Rank and score of a player day by day: the twin of the chart in numbers.
struct PlayerDays {
    let report: PlayerReport
    let presence: PlayerPresence
    /// The first slot of the board.
    let starts: Slot
    let edition: Edition
    let words: Catalogue

    /// Newest first; days on which the player was never on the board are left out.
    var rows: [PageContext] {
        let last = min(edition.slot, Slot(containing: edition.board.times.ends))
        let days = sequence(first: SeriesSchedule.day(of: starts)) { $0 + Self.dayMinutes }.prefix { $0 <= last }
        var points = report.series.points[...]
        var held: Series.Point?
        var rows: [PageContext] = []
        for day in days {
            var ranks = held?.rank.map { [$0] } ?? []
            let before = held?.score
            while let point = points.first, point.slot < day + Self.dayMinutes {
                held = point
                if let rank = point.rank { ranks.append(rank) }
                points.removeFirst()
            }
            guard let best = ranks.min(), let worst = ranks.max() else { continue }
            rows.append(row(of: day, best: best, worst: worst, score: held?.score, before: before))
        }
        return rows.reversed()
    }

    private func row(of day: Slot, best: Int, worst: Int, score: Int64?, before: Int64?) -> PageContext {
        var row = PageContext()
        row[.when] = words.shortDate(CivilTime(day.start))
        let (known, hours) = presence.coverage(of: day)
        if known < hours { row[.coverage] = words[.playerSeen, ["seen": String(known), "planned": String(hours)]] }
        row[.best] = Wording.number(Int64(best))
        row[.worst] = Wording.number(Int64(worst))
        row[.score] = score.map { Wording.number($0, scale: edition.board.rules.scale) } ?? "–"
        row[.gain] =
            score.flatMap { score in before.map { score - $0 } }
            .map { "+" + Wording.short(Double($0) / Double(edition.board.rules.scale)) } ?? "–"
        return row
    }

    private static let dayMinutes = 1_440
}
