/// What must have been seen of a border before anything is said about it.
enum ObservationLimits {
    /// Two observations make a line that one misreading turns; three are the least that show a pace.
    static let countMinimum = 3
    /// A backtest answers every case there is anything to answer from.
    static let backtestCountMinimum = 2
    /// In the first hour scores are noise.
    static let elapsedMinimumSeconds: Int64 = 3600
    /// An older observation is no present score.
    static let ageLimitSeconds: Int64 = 3 * 3600

    /// - Parameter seen: what was observed until the instant.
    static func allow(_ seen: ScoreCurve, at instant: Int64, starts: Int64) -> Bool {
        guard instant - starts >= elapsedMinimumSeconds, seen.count >= countMinimum,
            let newest = seen.newestSecond, let score = seen.newest
        else { return false }
        return instant - newest <= ageLimitSeconds && score > 0
    }
}
