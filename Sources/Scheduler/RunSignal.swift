/// What a monitor is told of a run.
package enum RunSignal: Hashable, Sendable {
    case started
    case succeeded
    /// With what went wrong, in a few words that hold no secret.
    case failed(String)
}
