extension Endpoint {
    /// The two ways to reach a server.
    package enum Address: Hashable, Sendable, CustomStringConvertible {
        /// A Unix domain socket; the path is at most 107 bytes long.
        case unixSocket(path: String)
        case tcp(host: String, port: UInt16)

        package var description: String {
            switch self {
            case .unixSocket(let path): path
            case .tcp(let host, let port): "\(host):\(port)"
            }
        }
    }
}
