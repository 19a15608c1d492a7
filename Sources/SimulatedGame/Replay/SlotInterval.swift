import Rankings

/// How often a crawler is expected to look, in minutes: a divisor of an hour.
package struct SlotInterval: Hashable, Sendable {
    package let minutes: Int

    /// - Throws: `badTime` where the minutes do not divide an hour.
    package init(minutes: Int) throws(SimulatedGameError) {
        guard minutes > 0, 60 % minutes == 0 else {
            throw SimulatedGameError(.badTime, item: "interval \(minutes)", problem: "must divide an hour: 1, 15, 60")
        }
        self.minutes = minutes
    }

    /// The first second of the slot a second falls in.
    package func slot(ofSecond second: Int64) -> Int64 {
        let length = Int64(minutes) * 60
        return second.flooredDivision(by: length) * length
    }
}
