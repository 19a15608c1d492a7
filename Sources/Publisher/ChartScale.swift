import Rankings

/// Maps time and score to the points of a chart.
struct ChartScale: Hashable, Sendable {
    let times: ClosedRange<Int64>
    let scores: ClosedRange<Double>
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double

    func x(_ unixSeconds: Int64) -> Double {
        let share = Double(unixSeconds - times.lowerBound) / Double(max(1, times.upperBound - times.lowerBound))
        return left + min(max(share, 0), 1) * (right - left)
    }

    func y(_ score: Double) -> Double {
        let share = (score - scores.lowerBound) / max(1, scores.upperBound - scores.lowerBound)
        return bottom - share * (bottom - top)
    }

    /// Round numbers from zero to at least `largest`: at most seven, a step of 1, 2 or 5 and zeros apart.
    static func ticks(upTo largest: Double) -> [Double] {
        guard largest > 0 else { return [0, 1] }
        var decade = 1.0
        while decade * 10 * stepLimit < largest { decade *= 10 }
        let step = [1.0, 2, 5, 10].map { $0 * decade }.first { $0 * stepLimit >= largest } ?? decade * 10
        return (0...Int((largest / step).rounded(.up))).map { Double($0) * step }
    }

    /// More lines than these and their labels touch on a small chart.
    private static let stepLimit = 6.0
}
