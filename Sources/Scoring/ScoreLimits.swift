/// What every score stays within, whatever a board says.
package enum ScoreLimits {
    /// 2^53 − 1: what every reader of JSON keeps exactly.
    package static let greatest: Int64 = 9_007_199_254_740_991
    package static let scores: ClosedRange<Int64> = -greatest...greatest
}
