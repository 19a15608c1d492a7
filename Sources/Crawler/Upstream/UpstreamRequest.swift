/// One request of an upstream. Where it is sent, and with which session, is decided when it is fetched.
package struct UpstreamRequest: Hashable, Sendable {
    /// Below the upstream's address: begins with a slash, query included.
    package let path: String
    /// The address of another server that the request is for, without a slash at its end: nothing of the upstream's
    /// session goes there. nil for the upstream itself.
    package let elsewhere: String?
    /// Beside those every request of the upstream carries. Values may be secret and are never logged.
    package let headers: [String: String]
    /// nil for a GET, else a POST.
    package let body: [UInt8]?

    package init(path: String, elsewhere: String? = nil, headers: [String: String] = [:], body: [UInt8]? = nil) {
        self.path = path
        self.elsewhere = elsewhere
        self.headers = headers
        self.body = body
    }
}
