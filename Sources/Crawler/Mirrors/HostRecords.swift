/// Where the counters of hosts are kept, for all processes together.
package protocol HostRecords: Sendable {
    /// The tallies of the hosts from that period on, by host, and the pauses they asked for.
    func read(of upstream: String, since first: HostPeriod) async throws -> KeptHosts

    /// Adds to what is kept, and drops what no longer counts.
    func add(_ tallies: [String: HostTally], of upstream: String, in period: HostPeriod) async throws

    /// Keeps all processes from asking a host before the pause ends.
    func pause(_ host: String, of upstream: String, _ pause: HostPause) async throws
}
