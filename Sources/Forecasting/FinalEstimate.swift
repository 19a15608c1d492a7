import Glibc

/// One number for a border's final score, and the scale on which its error is measured.
///
/// An error is the logarithm of the true rest over the forecast rest, the rest being what is still to come. On that
/// scale errors are about the same from three days before the end to three hours, and a band made of them never falls
/// below the present score.
struct FinalEstimate: Sendable {
    /// How the number was found. Errors are only compared within one rule.
    enum Rule: Hashable, Sendable {
        /// The growth of the last day times what the past still gained for such a growth.
        case growth
        /// The present score times a past ratio, on boards that saturate.
        case level
        /// The shape of boards of any kind.
        case shape
    }

    /// A thousandth of the present score, added to both rests: a rest of nothing has no logarithm, and one below this
    /// is of no interest.
    static let restFloorShare = 0.001

    let rule: Rule
    /// The newest score; positive.
    let present: Double
    /// Not below `present`.
    let final: Double

    /// ln(true rest / forecast rest), both floored.
    func error(ofTrue final: Double) -> Double {
        let floor = Self.restFloorShare * present
        return log((max(final - present, 0) + floor) / (self.final - present + floor))
    }

    /// The final score that would have this error.
    func final(withError error: Double) -> Double {
        let floor = Self.restFloorShare * present
        return present + max(0, (final - present + floor) * exp(error) - floor)
    }
}
