extension Endpoint {
    /// Whether a connection is encrypted.
    package enum TLS: Hashable, Sendable {
        case off
        /// Encrypted, or no connection at all; the server's certificate must be valid for the host.
        ///
        /// It is checked against the given PEM file, or against the system's authorities when the path is `nil`.
        case required(certificateAuthorityPath: String?)
    }
}
