/// Whether a sender may go on.
package enum Admission: Hashable, Sendable {
    case admitted
    /// Not before so long.
    case blocked(for: Duration)
    /// Moderators have banned the user.
    case banned
}
