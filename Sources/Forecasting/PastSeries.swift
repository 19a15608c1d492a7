import Rankings

/// One rank of a finished board: how its score went and where it closed.
struct PastSeries: Sendable {
    /// Fewer observations say too little of the way a border took.
    static let observationMinimum = 12
    /// A border still climbs within its last hour; an older last observation is not its final score.
    static let finalAgeLimitSeconds: Int64 = 3600
    /// An eight-day event at twelve minutes each. More would not change an interpolated score and would cost memory.
    static let observationLimit = 1000

    let rank: Int
    let curve: ScoreCurve
    let starts: Int64
    let ends: Int64
    /// The last observation; positive.
    let final: Double

    /// Nil where the series cannot be learned from: too few observations, or none in the last hour.
    ///
    /// - Parameter curve: the observations between start and end.
    init?(rank: Int, curve: ScoreCurve, starts: Int64, ends: Int64) {
        guard rank > 0, starts < ends, curve.count >= Self.observationMinimum,
            let newest = curve.newestSecond, ends - newest <= Self.finalAgeLimitSeconds,
            let final = curve.newest, final > 0
        else { return nil }
        self.rank = rank
        self.curve = curve.thinned(to: Self.observationLimit)
        self.starts = starts
        self.ends = ends
        self.final = final
    }

    /// The score so many hours before the end.
    func score(atLead lead: Double) -> Double {
        curve.score(at: Double(ends) - lead * 3600, risingFrom: Double(starts))
    }
}
