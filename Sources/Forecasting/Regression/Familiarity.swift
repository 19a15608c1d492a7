import Glibc

/// How far a board's pace lies from what was ever seen, against the finished board that lies furthest from the others.
///
/// A regression says little beyond the borders of what it has learnt from, and its own variance does not tell: what
/// lies far out is cut to three standard deviations before it is compared.
struct Familiarity: Sendable {
    /// Fewer finished boards do not show what is usual: the next one often lies half as far again out as the furthest
    /// of five.
    private static let boardMinimum = 8
    /// A board must lie further out than any finished one by this factor: something new every tenth event is no
    /// exception.
    private static let exceptionFactor = 1.5
    /// What widens the bands of an exception: those recorded were forecast no worse with it.
    private static let exceptionWidening = 1.5

    /// How much further out the live board lies than the furthest finished one; 1 and less is nothing new. Nil where
    /// too few have finished.
    let remoteness: Double?

    init(_ set: SampleSet) {
        let finished = set.samples.prefix(set.finishedCount).map {
            Row(board: $0.traits.board, features: $0.reading.features)
        }
        let boards = Dictionary(grouping: finished, by: \.board)
        let live = set.samples.dropFirst(set.finishedCount).map(\.reading.features)
        guard boards.count >= Self.boardMinimum, !live.isEmpty else {
            remoteness = nil
            return
        }
        // Each against the others, as the live one is: a board is nearer to a mean it is part of, much nearer where
        // few are.
        let furthest = boards.map { board, rows in
            Spread(finished.filter { $0.board != board }).distance(rows.map(\.features))
        }.max()
        remoteness = Spread(finished).distance(live) / max(furthest ?? 0, Spread.deviationFloor)
    }

    var isException: Bool { (remoteness ?? 0) > Self.exceptionFactor }

    /// What standard deviations are multiplied by: 1 for whatever is like the past.
    var widening: Double { isException ? Self.exceptionWidening : 1 }

    private struct Row {
        let board: Int
        let features: SIMD16<Double>
    }

    /// Mean and standard deviation of each feature.
    private struct Spread {
        static let deviationFloor = 1e-6
        /// The pace's shape, as far as it is free of the size of scores and of the calendar.
        private static let features: [PaceReading.Feature] = [
            .lastThreeHours, .lastSixHours, .lastTwelveHours, .dayChange, .earlierDayChange, .dayAgainstMean,
        ]

        private let mean: SIMD16<Double>
        private let deviation: SIMD16<Double>

        /// - Parameter rows: at least one.
        init(_ rows: [Row]) {
            let count = Double(rows.count)
            let mean = rows.reduce(into: SIMD16<Double>.zero) { $0 += $1.features } / count
            let variance = rows.reduce(into: SIMD16<Double>.zero) { sum, row in
                sum += (row.features - mean) * (row.features - mean)
            }
            self.mean = mean
            deviation = (variance / count).squareRoot() + Self.deviationFloor
        }

        /// In deviations, of the border in the middle.
        func distance(_ borders: [SIMD16<Double>]) -> Double {
            let squares = borders.map { features in
                let deviations = (features - mean) / deviation
                return Self.features.reduce(0) { $0 + deviations[$1] * deviations[$1] }
            }.sorted()
            return squares[squares.count / 2].squareRoot()
        }
    }
}
