package import Rankings

/// How many games a player ended in each hour of each day, UTC.
package struct PlayedHours: Hashable, Sendable {
    /// The first slots of the days, oldest first, without gaps.
    package let days: [Slot]
    /// For each day the games of its 24 hours.
    package let games: [[Int]]

    /// - Parameters:
    ///   - steps: within the span; others are passed over.
    ///   - first: a slot of the first day.
    ///   - last: a slot of the last day, not before it.
    package init(_ steps: [ScoreStep], from first: Slot, through last: Slot) {
        let begin = Self.day(of: first)
        let count = max(0, Self.day(of: last) - begin) / Self.dayMinutes + 1
        days = (0..<count).map { begin + $0 * Self.dayMinutes }
        var games = Array(repeating: Array(repeating: 0, count: 24), count: count)
        for step in steps {
            let minutes = step.slot - begin
            guard minutes >= 0, minutes < count * Self.dayMinutes else { continue }
            games[minutes / Self.dayMinutes][minutes % Self.dayMinutes / 60] += 1
        }
        self.games = games
    }

    private static let dayMinutes = 1_440

    private static func day(of slot: Slot) -> Slot {
        Slot(unixMinute: slot.unixMinute.flooredDivision(by: Int64(dayMinutes)) * Int64(dayMinutes))
    }
}
