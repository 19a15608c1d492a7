/// Where the API listens, and for whom.
package struct ScoreServerConfiguration: Hashable, Sendable {
    /// Where it listens.
    package enum Address: Hashable, Sendable {
        /// Port 0 lets the system choose.
        case host(String, port: Int)
        case socket(path: String)
    }

    package let address: Address
    /// How many proxies of our own stand in front.
    package let proxies: Int
    /// Connections at once; what comes beyond waits to be accepted.
    package let connections: Int

    package init(address: Address, proxies: Int, connections: Int) {
        self.address = address
        self.proxies = proxies
        self.connections = connections
    }
}
