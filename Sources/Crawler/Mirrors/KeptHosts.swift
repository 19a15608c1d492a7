/// What is kept of the hosts of one upstream.
package struct KeptHosts: Hashable, Sendable {
    /// By host, over the window.
    package let tallies: [String: HostTally]
    /// By host: it is not asked before they end.
    package let pauses: [String: HostPause]

    package init(tallies: [String: HostTally] = [:], pauses: [String: HostPause] = [:]) {
        self.tallies = tallies
        self.pauses = pauses
    }
}
