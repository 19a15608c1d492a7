import Rankings

/// How hard a population plays through an event: day and night, better and worse days, a start and a rush at the end.
struct EffortCurve: Sendable {
    private static let stepsPerHour = 12
    /// The hours of the day of the game's home, UTC+9: how much is played around each, 1 on average.
    private static let homeOffset = Duration.hours(9)
    private static let dayProfile: [Double] = [
        0.85, 0.55, 0.32, 0.2, 0.14, 0.14, 0.24, 0.5, 0.72, 0.78, 0.84, 0.95, 1.23, 1.1, 1.05, 1.05, 1.15, 1.28, 1.34,
        1.4, 1.5, 1.68, 1.68, 1.31,
    ]
    /// Hours over which the rush before an end fades, looking back from it.
    static let rushHours = 18.0

    private let hours: Int
    /// Sums of the plain effort and of the rush from the start to each step.
    private let plain: [Double]
    private let rush: [Double]

    /// - Parameter ends: hours after the start at which the event or a chapter of it ends; the last one is the event's.
    init(starts: Instant, ends: [Int], random: inout SeededRandom) {
        hours = ends.last ?? 0
        let steps = hours * Self.stepsPerHour
        let moods = (0...hours / 6).map { _ in RealMath.exp(0.15 * random.normal()) }
        var plain = [0.0]
        var rush = [0.0]
        for step in 0..<steps {
            let hour = (Double(step) + 0.5) / Double(Self.stepsPerHour)
            let effort = Self.profile(at: starts + .milliseconds(Int64(hour * 3_600_000))) * moods[Int(hour) / 6]
            let pull = ends.enumerated().reduce(0.0) { sum, end in
                guard hour < Double(end.element) else { return sum }
                let strength = end.offset == ends.count - 1 ? 1.0 : 0.25
                return sum + strength * RealMath.exp((hour - Double(end.element)) / Self.rushHours)
            }
            plain.append((plain.last ?? 0) + effort * (1 + RealMath.exp(-hour / 8)))
            rush.append((rush.last ?? 0) + effort * pull)
        }
        self.plain = plain
        self.rush = rush
    }

    /// The share of the final score reached after so many hours: 0 at the start, 1 at the end, never falling.
    func share(hours: Double, rushWeight: Double) -> Double {
        let all = total(plain, Double(self.hours)) + rushWeight * total(rush, Double(self.hours))
        return (total(plain, hours) + rushWeight * total(rush, hours)) / all
    }

    private func total(_ sums: [Double], _ hours: Double) -> Double {
        let position = min(max(hours, 0), Double(self.hours)) * Double(Self.stepsPerHour)
        let index = min(Int(position), sums.count - 2)
        return sums[index] + (sums[index + 1] - sums[index]) * (position - Double(index))
    }

    private static func profile(at instant: Instant) -> Double {
        let seconds = (instant + homeOffset).unixSeconds
        let hour = Double(seconds - seconds.flooredDivision(by: 86_400) * 86_400) / 3600
        let index = Int(hour)
        let share = hour - Double(index)
        return dayProfile[index] * (1 - share) + dayProfile[(index + 1) % 24] * share
    }
}
