/// Where the certificate of TLS and its private key are, both as PEM.
package struct CertificateFiles: Hashable, Sendable {
    /// The server's certificate first, then those that lead to a root.
    package var certificate: String
    package var key: String

    package init(certificate: String, key: String) {
        self.certificate = certificate
        self.key = key
    }
}
