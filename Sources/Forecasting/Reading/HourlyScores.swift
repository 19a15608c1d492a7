/// The scores of a border hour by hour: a day back from where it is read, and on to the end as far as that is known.
struct HourlyScores: Sendable {
    /// Hours back.
    static let hoursBack = 24
    /// Before longer leads nobody asks for hours.
    static let leadLimit = 48.0
    /// A score under a hundredth of the present one counts as that: it is about to pass everything anyway.
    private static let scoreFloorShare = 0.01

    /// How many steps of about an hour the lead is cut into.
    static func steps(lead: Double) -> Int { max(1, Int(lead.rounded())) }

    /// Oldest first: one for each of `hoursBack` hours ago, the present one, and one after each step to the end. For
    /// a running border the present one is the last. Positive, never falling.
    let scores: [Double]

    /// - Parameters:
    ///   - present: the score at the lead, positive.
    ///   - lead: hours before the end.
    ///   - steps: to the end, see `steps(lead:)`; 0 where what came after is not known.
    init(_ curve: ScoreCurve, times: ClosedRange<Double>, present: Double, lead: Double, steps: Int) {
        let hour = 3600.0
        let instant = times.upperBound - lead * hour
        let back = (0..<Self.hoursBack).map { instant - Double(Self.hoursBack - $0) * hour }
        let ahead = (0..<steps).map { instant + lead * hour * Double($0 + 1) / Double(steps) }
        var scores: [Double] = []
        var highest = Self.scoreFloorShare * present
        for second in back + [instant] + ahead {
            highest = max(highest, curve.score(at: second, risingFrom: times.lowerBound))
            scores.append(highest)
        }
        self.scores = scores
    }

    var present: Double { scores[Self.hoursBack] }
    var final: Double { scores[scores.count - 1] }
    /// What each hour or step gained.
    var gains: [Double] { zip(scores.dropFirst(), scores).map { $0 - $1 } }
    /// Score per hour over the last day; positive.
    var dayRate: Double { max((present - scores[0]) / Double(Self.hoursBack), PaceReading.rateFloorShare * present) }
}
