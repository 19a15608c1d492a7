package import Rankings

/// A score that rose: most likely one game.
package struct ScoreStep: Hashable, Sendable {
    /// The first slot at which the higher score was seen.
    package let slot: Slot
    /// What it rose by; more than 0.
    package let gain: Int64

    package init(slot: Slot, gain: Int64) {
        self.slot = slot
        self.gain = gain
    }

    /// The steps of a player's series, oldest first. Its first point is what held when it begins, and no step, unless
    /// the board began with it.
    ///
    /// - Parameter starts: the first slot of the board: who is seen from then on began with nothing.
    package static func all(of series: Series, starts: Slot) -> [ScoreStep] {
        var steps: [ScoreStep] = []
        var before: Int64?
        for point in series.points {
            guard let score = point.score else { continue }
            let known = before ?? (point.slot <= starts + firstMinutes ? 0 : score)
            if score > known { steps.append(ScoreStep(slot: point.slot, gain: score - known)) }
            before = score
        }
        return steps
    }

    /// Minutes from the start of a board within which a player who appears has played all of their score on it.
    private static let firstMinutes = 5
}
