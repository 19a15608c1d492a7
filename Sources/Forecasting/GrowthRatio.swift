import Glibc

/// The growth of the last day, multiplied by what past events of the same kind still gained for theirs.
///
/// Each past event says: from this long before the end I still gained so many times my growth of the last 24 hours. The
/// answers are averaged, the more alike the recent growth the more weight. Where past boards had all but stopped
/// growing (high-score lists), that ratio means nothing, and the present score is multiplied by the past ratio of final
/// to present.
enum GrowthRatio {
    /// Events looked back on: older ones were played by other players under other rules.
    static let pastLimit = 8
    /// Fewer events of the kind are too few to average.
    static let pastMinimum = 4

    private static let hour: Int64 = 3600
    private static let day = 24 * hour
    /// A past board that gained less than this share of its final in a day had all but stopped.
    private static let saturationShare = 0.02
    /// Keeps an all but equal event from deciding alone.
    private static let distanceFloor = 0.02
    /// Spans over which growth is compared: the present pace, a whole day, and the day before.
    private static let growthSpans = [6 * hour, 24 * hour, 48 * hour]

    /// The final score of a border, from what was seen of it.
    ///
    /// - Parameters:
    ///   - seen: what was observed until the instant, not empty.
    ///   - lead: seconds from the instant to the end.
    ///   - past: series of the same game, kind, board class and rank, not empty.
    /// - Returns: nil where nothing has scored yet.
    static func estimate(of seen: ScoreCurve, at instant: Int64, lead: Int64, from past: [PastSeries]) -> FinalEstimate?
    {
        guard let present = seen.newest, present > 0, !past.isEmpty else { return nil }
        let isSaturating = past.contains { series in
            series.score(atLead: lead) - series.score(atLead: lead + day) < saturationShare * series.final
        }
        if isSaturating {
            let ratio = median(past.map { $0.final / max(1, $0.score(atLead: lead)) })
            return FinalEstimate(rule: .level, present: present, final: present * max(1, ratio))
        }
        let growth = present - seen.score(at: instant - day)
        let final = present + growth * restPerGrowth(like: growths(of: seen, at: instant), lead: lead, in: past)
        return FinalEstimate(rule: .growth, present: present, final: max(present, final))
    }

    /// What the past still gained for each point gained in the day before, averaged by likeness.
    private static func restPerGrowth(like here: [Double], lead: Int64, in past: [PastSeries]) -> Double {
        var (total, totalWeight) = (0.0, 0.0)
        for series in past {
            let there = growths(of: series.curve, at: series.ends - lead)
            let weight = pow(distanceFloor + distance(here, there), -2)
            let now = series.score(atLead: lead)
            total += weight * (series.final - now) / (now - series.score(atLead: lead + day))
            totalWeight += weight
        }
        return total / totalWeight
    }

    private static func growths(of curve: ScoreCurve, at instant: Int64) -> [Double] {
        let now = max(1, curve.score(at: instant))
        return growthSpans.map { log(now / max(1, curve.score(at: instant - $0))) }
    }

    private static func distance(_ left: [Double], _ right: [Double]) -> Double {
        zip(left, right).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
    }

    private static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }
}
