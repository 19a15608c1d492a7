package import Rankings

/// What a run that came to its end has to say.
package struct RunResult: Hashable, Sendable {
    package let outcome: RunOutcome
    package let detail: String?

    package static let succeeded = RunResult(.succeeded)

    package init(_ outcome: RunOutcome, detail: String? = nil) {
        self.outcome = outcome
        self.detail = detail
    }
}
