/// What the origin serves and where it listens.
package struct OriginConfiguration: Hashable, Sendable {
    /// The directory that is served, absolute. It need not exist yet.
    package var root: String
    /// A host name or address.
    package var host: String
    /// 0 lets the system choose a free one.
    package var port: Int
    /// Nil: plain HTTP/1.1. Else TLS, with HTTP/2 and HTTP/1.1 by the client's choice.
    package var certificate: CertificateFiles?
    package var limits: ConnectionLimits
    /// How old the server's knowledge of a file may be.
    package var recheck: Duration

    package init(
        root: String, host: String, port: Int, certificate: CertificateFiles? = nil,
        limits: ConnectionLimits = ConnectionLimits(), recheck: Duration? = nil
    ) {
        self.root = root
        self.host = host
        self.port = port
        self.certificate = certificate
        self.limits = limits
        self.recheck = recheck ?? OriginLimits.recheck
    }
}
