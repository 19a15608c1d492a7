package import Rankings

/// Where runs are claimed and written down, shared by all processes.
package protocol RunLog: Sendable {
    /// When the newest run of the job was due that came to an end; nil where none did.
    func newestPlanned(of job: String) async throws -> Instant?

    /// Claims a run. A claim that its owner neither renewed for `RunLimits.lease` nor finished is taken over.
    ///
    /// - Parameter isShared: each process does it once, rather than one of them.
    func claim(_ job: String, planned: Instant, isShared: Bool, now: Instant) async throws -> RunClaim

    /// - Returns: whether the run is still this process's.
    func renew(_ ticket: RunTicket) async throws -> Bool

    /// Writes down how the run ended; does nothing where it is another process's by now.
    func finish(_ ticket: RunTicket, with result: RunResult, attempts: Int, now: Instant) async throws
}
