import Glibc
import Rankings

/// The quantiles of a border's score on its way to the end, from those of its final score and the shape of its rest.
///
/// The gain by a step is the rest times the share that is gained by then. Both are uncertain, and are taken as
/// independent: on a logarithmic scale their distances from the middle add in squares.
struct BorderPath: Hashable, Sendable {
    /// For each step one score for each of `Quantiles.levels`, rising along both.
    private(set) var steps: [[Double]]

    /// - Parameters:
    ///   - finals: rising, none below `present`.
    ///   - present: the newest score.
    init(finals: [Double], present: Double, shape: RestShape) {
        let floor = FinalDistribution.restFloor(present: present)
        let middle = max(finals[Quantiles.middle] - present, 0) + floor
        steps = zip(shape.shares, shape.spreads).map { share, spread in
            let share = Double(share) / Double(RestShape.whole)
            let spread = Double(spread) / Double(RestShape.spreadUnit)
            return finals.indices.map { level in
                let distance = log((max(finals[level] - present, 0) + floor) / middle)
                let normal = ConformalBand.normal[level] * spread
                let size = (distance * distance + normal * normal).squareRoot()
                let gain = share * (middle * exp(level < Quantiles.middle ? -size : size) - floor)
                return present + max(0, gain)
            }
        }
        steps[steps.count - 1] = finals
        keepRising()
    }

    /// The median so many hours before the end, linear between the steps.
    ///
    /// - Parameters:
    ///   - present: where the path begins.
    ///   - start: hours before the end at which it does.
    func median(leadHours lead: Double, from present: Double, atLead start: Double, stepMinutes: Int) -> Double {
        var before = (lead: start, score: present)
        for (place, scores) in steps.enumerated() {
            let here = (
                lead: Double((steps.count - 1 - place) * stepMinutes) / 60, score: scores[Quantiles.middle]
            )
            if here.lead <= lead {
                let share = (before.lead - lead) / max(before.lead - here.lead, .leastNormalMagnitude)
                return before.score + (here.score - before.score) * min(max(share, 0), 1)
            }
            before = here
        }
        return before.score
    }

    /// Paths of a board in order across ranks at every step.
    ///
    /// - Parameter paths: the best rank first, all with the same number of steps.
    static func inOrder(_ paths: [BorderPath]) -> [BorderPath] {
        var ordered = paths
        for step in paths.first?.steps.indices ?? 0..<0 {
            for level in Quantiles.levels.indices {
                for (place, score) in RankOrder.ordered(paths.map { $0.steps[step][level] }).enumerated() {
                    ordered[place].steps[step][level] = score
                }
            }
        }
        return ordered
    }

    /// A score that never falls is nowhere above what it ends at, and so is each of its quantiles.
    private mutating func keepRising() {
        for step in steps.indices.dropLast().reversed() {
            for level in steps[step].indices { steps[step][level] = min(steps[step][level], steps[step + 1][level]) }
        }
    }
}
