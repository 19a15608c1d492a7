/// Why the origin does not serve.
package struct OriginError: Error, CustomStringConvertible {
    /// What went wrong.
    package enum Code: Hashable, Sendable {
        /// The address is taken, not of this machine, or needs a privilege.
        case cannotListen
        /// The certificate and its key cannot be read, or do not belong together.
        case cannotUseCertificate
    }

    package let code: Code
    /// The address, or the file of the certificate.
    package let item: String
    package let underlying: any Error

    package var description: String {
        switch code {
        case .cannotListen: "cannot listen on \(item): \(underlying)"
        case .cannotUseCertificate: "cannot use the certificate \(item) with its key: \(underlying)"
        }
    }
}
