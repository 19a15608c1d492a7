/// What to ask of a server.
package struct Request: Sendable {
    /// Absolute, with its scheme. A user and password in it are sent as HTTP Basic authentication.
    package var url: String
    /// Upper case; `HEAD` expects no body.
    package var method: String
    /// Sent in this order, in place of libcurl's own of the same name. Not sent on to another host by a redirect:
    /// `Authorization` and `Cookie`.
    package var headers: [Header]
    /// nil sends none, and no length; an empty one sends a length of zero. No `Content-Type` is made up for it.
    package var body: [UInt8]?
    /// nil leaves the request unsigned. A signed one that is redirected is not signed anew: allow no redirects. Its
    /// headers must all have values, and one with a body a `Content-Type`: libcurl 7.88 signs lines without a value
    /// wrongly.
    package var signature: RequestSignature?
    package var limits: Limits
    package var version: VersionChoice

    package init(
        url: String,
        method: String = "GET",
        headers: [Header] = [],
        body: [UInt8]? = nil,
        signature: RequestSignature? = nil,
        limits: Limits = .standard,
        version: VersionChoice = .automatic
    ) {
        self.url = url
        self.method = method
        self.headers = headers
        self.body = body
        self.signature = signature
        self.limits = limits
        self.version = version
    }
}
