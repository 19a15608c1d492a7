/// What a fit of the model came to.
package enum FitReport: Hashable, Sendable {
    /// Too few events have finished to judge by.
    case tooFewEvents
    /// No other factors were better on the older events: nothing new is kept.
    case unchanged
    /// A version was fitted, and is in use from now on where it was better on the newest events too.
    case fitted(number: Int, factors: String, isPromoted: Bool)

    /// In a line.
    package var words: String {
        switch self {
        case .tooFewEvents: "too few events have finished to judge by"
        case .unchanged: "nothing is better than what is in use"
        case .fitted(let number, let factors, let isPromoted):
            "version \(number) (\(factors)) "
                + (isPromoted ? "is better and in use" : "is no better on the newest events")
        }
    }
}
