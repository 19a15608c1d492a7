import CMariaDB
import Glibc

/// Owns one `MYSQL *` from `mysql_init` to `mysql_close`.
struct ConnectionHandle: ~Copyable {
    private let raw: UnsafeMutablePointer<MYSQL>

    init(_ endpoint: Endpoint) throws(DatabaseError) {
        let operation = "connect to \(endpoint)"
        guard ClientLibrary.isStarted, let raw = mysql_init(nil) else {
            throw DatabaseError(.client, "out of memory", operation: operation)
        }
        do {
            try Self.configure(raw, endpoint)
            try Self.connect(raw, endpoint, operation)
        } catch {
            mysql_close(raw)
            throw error
        }
        self.raw = raw
    }

    deinit { mysql_close(raw) }

    private static func connect(
        _ raw: UnsafeMutablePointer<MYSQL>, _ endpoint: Endpoint, _ operation: String
    ) throws(DatabaseError) {
        let connected =
            switch endpoint.address {
            case .unixSocket(let path):
                mysql_real_connect(raw, nil, endpoint.user, endpoint.password, endpoint.database, 0, path, 0)
            case .tcp(let host, let port):
                mysql_real_connect(
                    raw, host, endpoint.user, endpoint.password, endpoint.database, UInt32(port), nil, 0)
            }
        try check(connected == nil ? 1 : 0, raw, operation)
    }

    /// The one place where the library's return codes become errors; the message is read before any other call.
    private static func check(
        _ code: Int32, _ raw: UnsafeMutablePointer<MYSQL>, _ operation: String, isPlainText: Bool = false
    ) throws(DatabaseError) {
        guard code != 0 else { return }
        throw DatabaseError(
            code: mysql_errno(raw),
            sqlState: String(cString: mysql_sqlstate(raw)),
            rawMessage: String(cString: mysql_error(raw)),
            operation: operation,
            isPlainText: isPlainText
        )
    }

    var threadID: UInt64 { UInt64(mysql_thread_id(raw)) }

    var serverVersion: String { String(cString: mysql_get_server_info(raw)) }

    var cipher: String? { mysql_get_ssl_cipher(raw).map { String(cString: $0) } }

    /// What the server said with its last answer.
    var isInTransaction: Bool { raw.pointee.server_status & UInt32(SERVER_STATUS_IN_TRANS) != 0 }

    /// Whether nothing has come from the server unasked: an end of file or a farewell would be such a thing.
    ///
    /// It asks the kernel alone and costs about a microsecond.
    var isQuiet: Bool {
        var descriptor = pollfd(fd: mysql_get_socket(raw), events: Int16(POLLIN), revents: 0)
        return poll(&descriptor, 1, 0) == 0
    }

    borrowing func ping() throws(DatabaseError) {
        try Self.check(mysql_ping(raw), raw, "ping")
    }

    borrowing func prepare(_ sql: String) throws(DatabaseError) -> StatementHandle {
        guard let statement = mysql_stmt_init(raw) else {
            throw DatabaseError(.client, "out of memory", operation: Operation.prepared(sql))
        }
        return try StatementHandle(owning: statement, sql)
    }

    /// One statement by the text protocol; every result it gives is read and dropped.
    borrowing func run(_ script: String) throws(DatabaseError) -> Execution {
        let operation = Operation.plain(script)
        try Self.check(
            mysql_real_query(raw, script, UInt(script.utf8.count)), raw, operation, isPlainText: true)
        var execution = Execution(affectedRows: 0, lastInsertID: 0)
        while true {
            if let result = mysql_store_result(raw) {
                mysql_free_result(result)
            } else {
                try Self.check(Int32(mysql_errno(raw) == 0 ? 0 : 1), raw, operation, isPlainText: true)
                execution = Execution(
                    affectedRows: Int(mysql_affected_rows(raw)), lastInsertID: mysql_insert_id(raw))
            }
            guard mysql_more_results(raw) != 0 else { return execution }
            try Self.check(mysql_next_result(raw), raw, operation, isPlainText: true)
        }
    }
}

extension ConnectionHandle {
    private static func configure(
        _ raw: UnsafeMutablePointer<MYSQL>, _ endpoint: Endpoint
    ) throws(DatabaseError) {
        func set(_ option: mysql_option, number: UInt32) throws(DatabaseError) {
            try withUnsafePointer(to: number) { (pointer) throws(DatabaseError) in
                try check(mysql_options(raw, option, pointer), raw, "configure a connection")
            }
        }
        func set(_ option: mysql_option, flag: my_bool) throws(DatabaseError) {
            try withUnsafePointer(to: flag) { (pointer) throws(DatabaseError) in
                try check(mysql_options(raw, option, pointer), raw, "configure a connection")
            }
        }
        func set(_ option: mysql_option, text: String) throws(DatabaseError) {
            try check(mysql_options(raw, option, text), raw, "configure a connection")
        }
        let transport: mysql_protocol_type
        switch endpoint.address {
        case .unixSocket: transport = MYSQL_PROTOCOL_SOCKET
        // Said aloud, since the library takes the host "localhost" to mean a socket.
        case .tcp: transport = MYSQL_PROTOCOL_TCP
        }
        try set(MYSQL_OPT_PROTOCOL, number: transport.rawValue)
        try set(MYSQL_OPT_CONNECT_TIMEOUT, number: endpoint.connectTimeout.wholeSeconds)
        try set(MYSQL_OPT_READ_TIMEOUT, number: endpoint.readTimeout.wholeSeconds)
        try set(MYSQL_OPT_WRITE_TIMEOUT, number: endpoint.writeTimeout.wholeSeconds)
        try set(MYSQL_SET_CHARSET_NAME, text: Session.characterSet)
        // A server could ask for any file of this machine otherwise.
        try set(MYSQL_OPT_LOCAL_INFILE, number: 0)
        // A silent new session would lose the transaction and the settings of the old one.
        try set(MYSQL_OPT_RECONNECT, flag: 0)
        guard case .required(let authority) = endpoint.tls else { return }
        try set(MYSQL_OPT_SSL_ENFORCE, flag: 1)
        try set(MYSQL_OPT_SSL_VERIFY_SERVER_CERT, flag: 1)
        if let authority { try set(MYSQL_OPT_SSL_CA, text: authority) }
    }
}
