import SerialExecution

/// One session with a server.
///
/// All calls into the client library block on the actor's own queue and nowhere else. A statement that is under way
/// is not interrupted by the cancellation of its task; the endpoint's read timeout bounds it.
package actor Connection {
    /// Prepared statements a connection keeps: the least recently used one is closed beyond it. The server allows
    /// 16,382 over all connections.
    package static let statementLimit = 64

    private let executor = QueueExecutor(label: "mariadb.connection")
    private var statements = StatementCache(limit: Connection.statementLimit)
    private(set) var handle: ConnectionHandle?
    /// The first error of the present transaction after which it must not be committed.
    var transactionFailure: DatabaseError?
    /// Whether the session is of no more use; it never becomes usable again.
    var isBroken = false

    /// The actor's own queue, where the library may block.
    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private init() {}

    /// Connects, signs in and sets the session up: utf8mb4, UTC, strict mode.
    package static func open(_ endpoint: Endpoint) async throws(DatabaseError) -> Connection {
        let connection = Connection()
        try await connection.connect(to: endpoint)
        return connection
    }

    private func connect(to endpoint: Endpoint) throws(DatabaseError) {
        handle = try ConnectionHandle(endpoint)
        try run(Session.setup)
    }

    /// Ends the session; what it had open is rolled back. Closing twice is allowed.
    package func close() {
        statements.removeAll()
        handle = nil
        isBroken = true
    }

    /// The server's number of this session, as KILL and SHOW PROCESSLIST use it.
    package func threadID() throws(DatabaseError) -> UInt64 {
        try withHandle("thread id") { (handle: borrowing ConnectionHandle) throws(DatabaseError) in handle.threadID }
    }

    /// The server's version as it names itself, such as `10.11.6-MariaDB`.
    package func serverVersion() throws(DatabaseError) -> String {
        try withHandle("version") { (handle: borrowing ConnectionHandle) throws(DatabaseError) in
            handle.serverVersion
        }
    }

    /// The cipher of an encrypted connection; `nil` when it is not encrypted.
    package func cipher() throws(DatabaseError) -> String? {
        try withHandle("cipher") { (handle: borrowing ConnectionHandle) throws(DatabaseError) in handle.cipher }
    }

    /// Runs several statements, and what is decided between them, without leaving the actor: each call by itself is a
    /// switch of threads there and back.
    package func perform<T: Sendable>(_ body: @Sendable (isolated Connection) throws -> T) throws -> T {
        try body(self)
    }

    /// Runs one plain statement by the text protocol, for what cannot be prepared; rows are read and dropped.
    ///
    /// Nothing is bound here: never build the text from values.
    @discardableResult
    package func run(_ script: String) throws(DatabaseError) -> Execution {
        try withHandle(Operation.plain(script)) { (handle: borrowing ConnectionHandle) throws(DatabaseError) in
            try handle.run(script)
        }
    }

    /// Executes a prepared statement with one value per placeholder; rows it may return are dropped.
    @discardableResult
    package func execute(_ sql: String, _ values: [Value] = []) throws(DatabaseError) -> Execution {
        try withStatement(sql) { (statement: borrowing StatementHandle) throws(DatabaseError) in
            try statement.execute(values)
        }
    }

    /// Executes a prepared statement once per row of the columns, by the server's bulk protocol.
    ///
    /// The columns have the same count, one column per placeholder; with no rows nothing is sent. Rows travel in
    /// chunks (`Batch`), each a statement of its own: wrap the call in a transaction to have all rows or none.
    /// `lastInsertID` is that of the last chunk.
    @discardableResult
    package func executeBatch(_ sql: String, _ columns: [Column]) throws(DatabaseError) -> Execution {
        let batch = try Batch(columns, operation: Operation.prepared(sql))
        guard batch.rowCount > 0 else { return Execution(affectedRows: 0, lastInsertID: 0) }
        return try withStatement(sql) { (statement: borrowing StatementHandle) throws(DatabaseError) in
            try statement.execute(batch)
        }
    }
}

extension Connection {
    func withHandle<Result>(
        _ operation: String,
        _ body: (borrowing ConnectionHandle) throws(DatabaseError) -> Result
    ) throws(DatabaseError) -> Result {
        do throws(DatabaseError) {
            switch handle {
            case .some(let handle): return try body(handle)
            case .none: throw DatabaseError(.usage, "the connection is closed", operation: operation)
            }
        } catch {
            note(error)
            throw error
        }
    }

    func withStatement<Result>(
        _ sql: String,
        _ body: (borrowing StatementHandle) throws(DatabaseError) -> Result
    ) throws(DatabaseError) -> Result {
        do {
            let statement: PreparedStatement
            if let known = statements.find(sql) {
                statement = known
            } else {
                statement = try withHandle("prepare") { (handle: borrowing ConnectionHandle) throws(DatabaseError) in
                    PreparedStatement(try handle.prepare(sql))
                }
                statements.insert(statement, for: sql)
            }
            return try body(statement.handle)
        } catch {
            // A statement that failed is prepared anew next time: no state of the failure can leak into it.
            statements.remove(sql)
            note(error)
            throw error
        }
    }

    private func note(_ error: DatabaseError) {
        if error.isConnectionLost { isBroken = true }
        if transactionFailure == nil, error.isConflict || error.isConnectionLost { transactionFailure = error }
    }
}
