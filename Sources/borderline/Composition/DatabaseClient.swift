import MariaDB

/// How MariaDB's own programs reach the database that we use.
struct DatabaseClient: Sendable {
    /// The schema.
    let database: String
    let arguments: [String]
    /// The password goes here, where `ps` does not show it.
    let environment: [String: String]

    /// - Parameter endpoint: with a schema selected.
    init(_ endpoint: Endpoint) {
        guard let database = endpoint.database else { preconditionFailure("an endpoint with a schema") }
        self.database = database
        var arguments = ["--user=\(endpoint.user)"]
        switch endpoint.address {
        case .unixSocket(let path): arguments.append("--socket=\(path)")
        case .tcp(let host, let port): arguments += ["--host=\(host)", "--port=\(port)", "--protocol=tcp"]
        }
        if case .required(let authority) = endpoint.tls {
            arguments += ["--ssl", "--ssl-verify-server-cert"]
            if let authority { arguments.append("--ssl-ca=\(authority)") }
        }
        self.arguments = arguments
        environment = endpoint.password.map { ["MYSQL_PWD": $0] } ?? [:]
    }
}
