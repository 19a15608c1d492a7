import Synchronization

/// The paces of all hosts that a process asks, also where several games ask the same one.
package final class HostPaces: Sendable {
    private let meters = Mutex<[String: PaceMeter]>([:])

    package init() {}

    /// Takes the next place in the row of the host that an address is on.
    ///
    /// - Returns: as of `PaceMeter.reserve`.
    func reserve(
        _ address: String, by pace: Pace, at now: ContinuousClock.Instant, until deadline: ContinuousClock.Instant
    ) -> ContinuousClock.Instant? {
        meters.withLock { $0[Self.host(of: address), default: PaceMeter()].reserve(by: pace, at: now, until: deadline) }
    }

    /// Scheme, host and port, in lower case.
    static func host(of address: String) -> String {
        let parts = address.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        return parts.prefix(3).joined(separator: "/").lowercased()
    }
}
