/// One GET request of an upstream.
package struct UpstreamRequest: Hashable, Sendable {
    package let url: String
    /// Name and value pairs; values may be secret and are never logged.
    package let headers: [String: String]

    package init(url: String, headers: [String: String] = [:]) {
        self.url = url
        self.headers = headers
    }
}
