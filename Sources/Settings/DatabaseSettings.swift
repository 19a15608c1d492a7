/// A MariaDB server of one's own.
package struct DatabaseSettings: Hashable, Sendable {
    /// Where the server listens.
    package enum Address: Hashable, Sendable {
        case socket(path: String)
        case host(String, port: Int)
    }

    /// How the connection is protected.
    package struct TLS: Hashable, Sendable {
        /// A connection without TLS is refused. Always false on a socket.
        package var isRequired: Bool
        /// A file of certificates in PEM form that the server's is checked against; nil means those of the system.
        package var authority: String?
    }

    package var address: Address
    /// The name of the database.
    package var name: String
    package var user: String
    /// Nil where the server knows the user by the socket.
    package var password: Secret?
    package var tls: TLS
    /// How many connections at most.
    package var connections: Int
}
