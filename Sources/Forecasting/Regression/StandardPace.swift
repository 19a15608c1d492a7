/// The numbers of all samples' paces, brought to one scale: what the covariance compares.
struct StandardPace: Sendable {
    /// Beyond three standard deviations a number says no more.
    private static let limit = 3.0
    /// Keeps a number that never varies from being blown up.
    private static let deviationFloor = 1e-6

    /// The lanes of `shapes` that are changes of the pace itself, not of the calendar.
    static let changes = SIMD16<Double>(1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)

    /// For each sample the shape of its pace, as far as the number is free of the size of scores.
    let shapes: [SIMD16<Double>]
    /// How many of the lanes of `shapes` are used.
    let shapeCount: Int
    /// For each sample its deviation from habit, by which all games' borders are corrected alike.
    let habits: [SIMD4<Double>]
    /// For each sample its deviation from habit, by which each rank of a game is corrected in its own way.
    let rankHabits: [SIMD8<Double>]

    /// - Parameter usesDuration: whether the length of the board belongs to the shape.
    init(_ set: SampleSet, usesDuration: Bool) {
        let deviation = HabitDeviation(set)
        let finished = set.finishedCount
        var shape: [PaceReading.Feature] = [
            .lastThreeHours, .lastSixHours, .lastTwelveHours, .dayChange, .earlierDayChange, .dayAgainstMean,
            .weekendChange, .weekendRest,
        ]
        if usesDuration { shape.append(.duration) }
        shapeCount = shape.count
        var shapes = [SIMD16<Double>](repeating: .zero, count: set.samples.count)
        for (lane, feature) in shape.enumerated() {
            let column = set.samples.map { $0.reading.features[feature] }
            for (index, value) in Self.centred(column, by: finished).enumerated() { shapes[index][lane] = value }
        }
        self.shapes = shapes
        func habit(_ feature: PaceReading.Feature) -> [Double] {
            Self.scaled(deviation.values.map { $0[feature] }, by: finished)
        }
        let (present, dayChange) = (habit(.present), habit(.dayChange))
        let dayAgainstMean = habit(.dayAgainstMean)
        let (three, six) = (habit(.lastThreeHours), habit(.lastSixHours))
        let boardMean = Self.scaled(deviation.boardMeans, by: finished)
        habits = set.samples.indices.map { SIMD4(present[$0], dayAgainstMean[$0], dayChange[$0], 0) }
        rankHabits = set.samples.indices.map { index in
            SIMD8(present[index], dayChange[index], three[index], six[index], boardMean[index], 0, 0, 0)
        }
    }

    /// Less the mean of the finished samples, in their standard deviations.
    private static func centred(_ column: [Double], by finished: Int) -> [Double] {
        let mean = mean(column.prefix(finished))
        let deviation = self.mean(column.prefix(finished).lazy.map { ($0 - mean) * ($0 - mean) }).squareRoot()
        return column.map { limited(($0 - mean) / (deviation + deviationFloor)) }
    }

    /// In the root mean squares of the finished samples.
    private static func scaled(_ column: [Double], by finished: Int) -> [Double] {
        let size = mean(column.prefix(finished).lazy.map { $0 * $0 }).squareRoot()
        return column.map { limited($0 / (size + deviationFloor)) }
    }

    private static func mean(_ values: some Collection<Double>) -> Double {
        values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
    }

    private static func limited(_ value: Double) -> Double { min(max(value, -limit), limit) }
}
