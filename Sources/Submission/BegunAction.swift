import Rankings

/// What a client gets when an action begins.
struct BegunAction: Hashable, Sendable {
    let id: ActionID
    let token: String
    let expires: Instant
}
