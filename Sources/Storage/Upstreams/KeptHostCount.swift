/// Requests to one host of an upstream that took about the same time, or failed.
package struct KeptHostCount: Hashable, Sendable {
    package let host: String
    /// The class of how long the answers took, 0 to 254; nil for requests that failed.
    package let latency: Int?
    package let requests: Int

    package init(host: String, latency: Int?, requests: Int) {
        self.host = host
        self.latency = latency
        self.requests = requests
    }
}
