/// Gains near each point of a grid of scores, and what hours and events alone foretold there, in hours of usual gain.
struct ScoreSums {
    private var gained: [Double]
    private var expected: [Double]

    init(points: Int) {
        gained = [Double](repeating: 0, count: points)
        expected = gained
    }

    /// Adds to the two points a place lies between, to each as near as it is.
    mutating func add(gained gain: Double, expected expectation: Double, at place: Double) {
        let point = Int(place)
        let share = place - Double(point)
        gained[point] += gain * (1 - share)
        gained[point + 1] += gain * share
        expected[point] += expectation * (1 - share)
        expected[point + 1] += expectation * share
    }

    mutating func add(_ other: ScoreSums, _ weight: Double) {
        for point in gained.indices {
            gained[point] += weight * other.gained[point]
            expected[point] += weight * other.expected[point]
        }
    }

    /// Spreads every point's sums over its neighbours, less by a factor with each step.
    mutating func smooth(decay: Double) {
        Self.smooth(&gained, decay)
        Self.smooth(&expected, decay)
    }

    /// Gained over expected, both with hours of usual gain added.
    func speeds(usualHours: Double) -> [Double] {
        zip(gained, expected).map { ($0 + usualHours) / ($1 + usualHours) }
    }

    /// The kernel decay^|distance|: what comes from the left, what comes from the right, and the point itself once.
    private static func smooth(_ values: inout [Double], _ decay: Double) {
        var fromRight = [Double](repeating: 0, count: values.count)
        var carried = 0.0
        for point in values.indices.reversed() {
            fromRight[point] = carried
            carried = (carried + values[point]) * decay
        }
        carried = 0
        for point in values.indices {
            carried = carried * decay + values[point]
            values[point] = carried + fromRight[point]
        }
    }
}
