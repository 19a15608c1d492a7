/// A request as it is sent to one of an upstream's hosts.
package struct OutgoingRequest: Hashable, Sendable {
    /// Below the host's address: begins with a slash, query included.
    package let path: String
    /// Another server's address in place of the upstream's own; without a final slash.
    package let elsewhere: String?
    package let method: String
    /// Values may be secret and are never logged.
    package var headers: [String: String]
    /// May be secret.
    package let body: [UInt8]?
    /// It carries what lets it in, so it follows no redirect: another server has no business with that.
    package let isSecret: Bool

    package init(
        path: String, elsewhere: String? = nil, method: String = "GET", headers: [String: String] = [:],
        body: [UInt8]? = nil, isSecret: Bool = false
    ) {
        self.path = path
        self.elsewhere = elsewhere
        self.method = method
        self.headers = headers
        self.body = body
        self.isSecret = isSecret
    }

    /// - Parameters:
    ///   - standing: headers of every request to the upstream; another server has no business with them.
    ///   - known: of the answer at hand.
    ///   - isSecret: whether more than the headers is secret.
    init(_ request: UpstreamRequest, standing: StandingHeaders, known: Validators, isSecret: Bool = false) {
        let isOwn = request.elsewhere == nil
        self.init(
            path: request.path, elsewhere: request.elsewhere, method: request.body == nil ? "GET" : "POST",
            headers: (isOwn ? standing.all : [:]).merging(request.headers) { _, new in new }
                .merging(known.conditions) { old, _ in old },
            body: request.body, isSecret: isOwn && (isSecret || !standing.secret.isEmpty))
    }
}
