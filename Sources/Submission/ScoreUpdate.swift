import Rankings

/// An action as a client submits it.
struct ScoreUpdate: Hashable, Sendable {
    let action: ActionID
    let type: String
    let token: String
    /// When it was done, by the client's clock.
    let done: Instant
    let value: Int64?
}
