/// Where a MariaDB server is and how to sign in.
///
/// Its description and its mirror show everything but the password, so it may be logged.
package struct Endpoint: Hashable, Sendable {
    /// Where the server listens.
    package var address: Address
    /// The database's user, not the system's.
    package var user: String
    /// `nil` signs in without a password.
    package var password: String?
    /// The schema that is selected at first; `nil` selects none.
    package var database: String?
    /// Whether the connection is encrypted.
    package var tls: TLS
    /// The limit on reaching the server and signing in; whole seconds, rounded up, at least one.
    package var connectTimeout: Duration
    /// The longest silence of the server during a statement; whole seconds, rounded up, at least one.
    package var readTimeout: Duration
    /// The longest time the server may refuse to take bytes; whole seconds, rounded up, at least one.
    package var writeTimeout: Duration

    /// The default limit on connecting: a server on the same network answers in milliseconds.
    package static let defaultConnectTimeout: Duration = .seconds(5)
    /// The default limit on silence: above InnoDB's 50 seconds of waiting for a lock, so that the server's own
    /// error arrives first.
    package static let defaultReadTimeout: Duration = .seconds(90)
    /// The default limit on sending.
    package static let defaultWriteTimeout: Duration = .seconds(30)

    package init(
        address: Address,
        user: String,
        password: String? = nil,
        database: String? = nil,
        tls: TLS = .off,
        connectTimeout: Duration = Endpoint.defaultConnectTimeout,
        readTimeout: Duration = Endpoint.defaultReadTimeout,
        writeTimeout: Duration = Endpoint.defaultWriteTimeout
    ) {
        self.address = address
        self.user = user
        self.password = password
        self.database = database
        self.tls = tls
        self.connectTimeout = connectTimeout
        self.readTimeout = readTimeout
        self.writeTimeout = writeTimeout
    }

    /// The same endpoint with another schema selected.
    package func selecting(database: String?) -> Endpoint {
        var copy = self
        copy.database = database
        return copy
    }
}

extension Endpoint: CustomStringConvertible {
    package var description: String {
        let schema = database.map { "/\($0)" } ?? ""
        let security = tls == .off ? "" : " with TLS"
        return "\(user)@\(address)\(schema)\(security)"
    }
}

extension Endpoint: CustomReflectable {
    package var customMirror: Mirror {
        Mirror(
            self,
            children: ["address": address, "user": user, "database": database as Any, "tls": tls],
            displayStyle: .struct
        )
    }
}
