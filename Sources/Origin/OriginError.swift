/// Why the origin stopped by itself.
package struct OriginError: Error, CustomStringConvertible {
    /// When it went wrong.
    package enum Code: Hashable, Sendable {
        /// The address is taken, not of this machine, or needs a privilege.
        case cannotListen
        /// The server ended after it had listened.
        case stopped
    }

    package let code: Code
    package let host: String
    package let port: Int
    package let underlying: any Error

    package var description: String {
        switch code {
        case .cannotListen: "cannot listen on \(host) port \(port): \(underlying)"
        case .stopped: "the server on \(host) port \(port) stopped: \(underlying)"
        }
    }
}
