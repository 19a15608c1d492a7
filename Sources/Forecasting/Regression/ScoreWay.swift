/// The way of one border through the scores, hour by hour.
struct ScoreWay: Sendable {
    let traits: BorderTraits
    let hours: HourlyScores
    let hasEnded: Bool
    /// What each hour gained, in `unit`.
    let gains: [Double]
    /// Score per hour: of the whole way where the border has ended, else of the last day.
    let unit: Double
    /// For each hour the places of its points on the grid.
    private var places: [Double] = []

    init(traits: BorderTraits, hours: HourlyScores, hasEnded: Bool) {
        self.traits = traits
        self.hours = hours
        self.hasEnded = hasEnded
        let gains = hours.gains
        let mean = (hours.final - hours.scores[0]) / Double(gains.count)
        let unit = hasEnded ? max(mean, PaceReading.rateFloorShare * hours.final) : hours.dayRate
        self.unit = unit
        self.gains = gains.map { $0 / unit }
    }

    func placed(on grid: ScoreGrid) -> ScoreWay {
        var placed = self
        placed.places = zip(hours.scores, hours.scores.dropFirst()).flatMap { from, to in
            (0..<ScoreSpeed.pointsPerHour).map { point in
                grid.place(of: from + (to - from) * (Double(point) + 0.5) / Double(ScoreSpeed.pointsPerHour))
            }
        }
        return placed
    }

    /// The mean over an hour's points of a speed that is known at the points of the grid.
    func meanSpeed(in hour: Int, _ speeds: [Double]) -> Double {
        let first = hour * ScoreSpeed.pointsPerHour
        var sum = 0.0
        for point in first..<first + ScoreSpeed.pointsPerHour { sum += Self.speed(at: places[point], speeds) }
        return sum / Double(ScoreSpeed.pointsPerHour)
    }

    /// Gains where they were made, beside what a level and a profile of the hours foretell.
    func sums(profile: [Double], level: Double, points: Int) -> ScoreSums {
        var sums = ScoreSums(points: points)
        let share = 1 / Double(ScoreSpeed.pointsPerHour)
        for hour in gains.indices {
            for point in hour * ScoreSpeed.pointsPerHour..<(hour + 1) * ScoreSpeed.pointsPerHour {
                sums.add(
                    gained: gains[hour] * share, expected: level * profile[hour] * share, at: places[point])
            }
        }
        return sums
    }

    /// Linear between the points of the grid.
    static func speed(at place: Double, _ speeds: [Double]) -> Double {
        let point = Int(place)
        return speeds[point] + (speeds[point + 1] - speeds[point]) * (place - Double(point))
    }
}
