/// What is done next for one request under a session.
enum SessionStep: Hashable {
    case send
    case logIn
    case learnVersions
    /// The last answer is the request's.
    case finish
    /// The login was refused with this status.
    case giveUp(status: Int)
}
