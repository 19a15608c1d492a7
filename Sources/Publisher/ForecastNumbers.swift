import Rankings

/// The table of borders: now, an hour after the forecast, at the end, and what it takes to hold each.
struct ForecastNumbers {
    let edition: Edition

    /// An hour after the forecast was made; nil where the board is over by then, or nothing is forecast.
    var soon: Instant? {
        guard let forecast = edition.forecast?.forecast, !forecast.borders.isEmpty else { return nil }
        let soon = forecast.madeAt.start + .hours(1)
        return soon < edition.board.times.ends ? soon : nil
    }

    /// By rank: every border that has a chart.
    var rows: [PageContext] {
        guard let published = edition.forecast else { return [] }
        let borders = Dictionary(published.forecast.borders.map { ($0.rank, $0) }) { first, _ in first }
        let outlooks = Dictionary(published.outlooks.map { ($0.rank, $0) }) { first, _ in first }
        let scores = Dictionary(
            edition.standing.entries.map { ($0.rank, $0.score) } + edition.standing.borders.map { ($0.rank, $0.score) }
        ) { first, _ in first }
        return published.chartRanks.map { rank in
            row(of: rank, now: scores[rank], forecast: borders[rank], outlook: outlooks[rank])
        }
    }

    private func row(
        of rank: Int, now: Int64?, forecast: BorderForecast?, outlook: BorderOutlook?
    ) -> PageContext {
        var row = PageContext()
        row[.key] = String(rank)
        row[.rank] = Wording.number(Int64(rank))
        row[.score] = now.map(short) ?? "–"
        row[.median] = forecast.map { short($0.final.median) } ?? "–"
        row[.band] = forecast.map { range($0.final.band80) } ?? ""
        row[.hold] = outlook.map { range($0.speed...max($0.speed, $0.safeSpeed)) } ?? "–"
        if let soon, let made = edition.forecast?.forecast.madeAt.start {
            let start = forecast?.basis.map { (at: made, score: $0.now) }
            row[.soon] = start.flatMap { outlook?.median(at: soon, from: $0) }.map(short) ?? "–"
        }
        return row
    }

    private func short(_ score: Int64) -> String { Wording.short(Double(score) / divisor) }

    private func range(_ scores: ClosedRange<Int64>) -> String {
        Wording.range(Double(scores.lowerBound) / divisor, Double(scores.upperBound) / divisor)
    }

    private var divisor: Double { Double(edition.board.rules.scale) }
}

extension BorderOutlook {
    /// The median of the score at an instant, linear between the steps of the path.
    ///
    /// - Parameter start: where the path begins: the score when the forecast was made.
    /// - Returns: nil before the start and after the last step.
    func median(at instant: Instant, from start: (at: Instant, score: Int64)) -> Int64? {
        var before = start
        for step in path {
            if step.at >= instant, instant >= before.at {
                let share = (instant - before.at).inSeconds / max((step.at - before.at).inSeconds, 1)
                return before.score + Int64((Double(step.scores.median - before.score) * share).rounded())
            }
            before = (step.at, step.scores.median)
        }
        return nil
    }
}
