package import Rankings

/// What a forecast says of the time between now and the end. Pure: the same forecast gives the same answer when it is
/// made and when it is published again years later.
package enum Outlook {
    /// The outlook of every border whose forecast was kept with its basis, by rank.
    ///
    /// - Parameter ends: of the board.
    package static func borders(of forecast: BoardForecast, ends: Instant) -> [BorderOutlook] {
        let left = ends - forecast.madeAt.start
        let known = forecast.borders.compactMap { border in border.basis.map { (border: border, basis: $0) } }
        let paths = known.map { border, basis in
            BorderPath(
                finals: border.final.values.map(Double.init), present: Double(basis.now), shape: basis.shape)
        }
        // One forecast has one grid of steps; what was kept otherwise cannot be compared step by step.
        let isAlike = Set(paths.map(\.steps.count)).count <= 1
        return zip(known, isAlike ? BorderPath.inOrder(paths) : paths).map { known, path in
            let (border, basis) = known
            func speed(to final: Int64) -> Int64 {
                HoldingSpeed.scorePerHour(from: basis.now, to: final, left: left) ?? 0
            }
            return BorderOutlook(
                rank: border.rank, path: steps(of: path, minutes: basis.shape.stepMinutes, ends: ends),
                speed: speed(to: border.final.median), safeSpeed: speed(to: border.final.band80.upperBound))
        }
    }

    private static func steps(of path: BorderPath, minutes: Int, ends: Instant) -> [BorderOutlook.Step] {
        path.steps.enumerated().map { place, scores in
            let before = Duration.seconds((path.steps.count - 1 - place) * minutes * 60)
            return BorderOutlook.Step(
                at: ends - before, scores: Quantiles(values: scores.map { Int64($0.rounded()) }))
        }
    }
}
