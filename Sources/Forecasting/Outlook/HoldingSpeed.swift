import Rankings

/// How fast one must score from now on to end at a border.
package enum HoldingSpeed {
    /// Score per hour, rounded up, from a score now to a final score; 0 where the score is enough already, nil once the
    /// board has ended.
    ///
    /// - Parameters:
    ///   - final: e.g. the 90 % quantile of the border, which nine in ten results do not exceed.
    ///   - left: from now to the end.
    package static func scorePerHour(from score: Int64, to final: Int64, left: Duration) -> Int64? {
        let seconds = left.inSeconds
        guard seconds > 0 else { return nil }
        guard final > score else { return 0 }
        return Int64(min((Double(final - score) * 3600 / seconds).rounded(.up), ScoreCurve.scoreLimit))
    }
}
