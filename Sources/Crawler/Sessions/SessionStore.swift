/// Where sessions are kept, for all processes together. What is kept is sealed: no store can read it.
package protocol SessionStore: Sendable {
    /// Holds an account's session, as soon as nobody else does.
    ///
    /// - Parameters:
    ///   - lease: for how long at most; a process that dies holds it no longer.
    ///   - deadline: for the wait.
    /// - Returns: nil where others held it until the deadline.
    func hold(
        _ account: String, lease: Duration, until deadline: ContinuousClock.Instant
    ) async throws -> HeldSession?

    /// Lets the session go and keeps what it has become; where the lease has ended, what its next holder makes of it
    /// counts, and this is dropped.
    func release(_ held: HeldSession, keeping sealed: [UInt8]?) async throws
}
