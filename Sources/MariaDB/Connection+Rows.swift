extension Connection {
    /// Executes a prepared statement and decodes every row of its result, which is held in memory.
    ///
    /// An error of `decode` is thrown on. This is the one a plain closure finds; a closure that says
    /// `throws(DatabaseError)` itself keeps the typed error.
    package func query<T: Sendable>(
        _ sql: String,
        _ values: [Value] = [],
        _ decode: @Sendable (borrowing Row) throws -> T
    ) throws -> [T] {
        var rows: [T] = []
        try readRows(sql, values, storing: true) { row in rows.append(try decode(row)) }
        return rows
    }

    /// Executes a prepared statement and decodes every row of its result, which is held in memory.
    package func query<T: Sendable>(
        _ sql: String,
        _ values: [Value] = [],
        _ decode: @Sendable (borrowing Row) throws(DatabaseError) -> T
    ) throws(DatabaseError) -> [T] {
        var rows: [T] = []
        try withStatement(sql) { (statement: borrowing StatementHandle) throws(DatabaseError) in
            try statement.read(values, storing: true) { (row) throws(DatabaseError) in
                rows.append(try decode(row))
                return true
            }
        }
        return rows
    }

    /// Decodes the only row of a result; `nil` when there is none, an error when there are several.
    package func queryOne<T: Sendable>(
        _ sql: String,
        _ values: [Value] = [],
        _ decode: @Sendable (borrowing Row) throws -> T
    ) throws -> T? {
        try Self.only(try query(sql, values, decode), sql)
    }

    /// Decodes the only row of a result; `nil` when there is none, an error when there are several.
    package func queryOne<T: Sendable>(
        _ sql: String,
        _ values: [Value] = [],
        _ decode: @Sendable (borrowing Row) throws(DatabaseError) -> T
    ) throws(DatabaseError) -> T? {
        try Self.only(try query(sql, values, decode), sql)
    }

    /// Hands the rows over one by one as they arrive, in flat memory however many there are.
    ///
    /// The connection is busy until the last one. An error of `body` ends the reading and is thrown on; the rest of
    /// the result is then read and dropped.
    package func forEach(
        _ sql: String,
        _ values: [Value] = [],
        _ body: @Sendable (borrowing Row) throws -> Void
    ) throws {
        try readRows(sql, values, storing: false, body)
    }

    private func readRows(
        _ sql: String, _ values: [Value], storing: Bool, _ body: (borrowing Row) throws -> Void
    ) throws {
        var stopped: (any Error)?
        try withStatement(sql) { (statement: borrowing StatementHandle) throws(DatabaseError) in
            try statement.read(values, storing: storing) { (row) throws(DatabaseError) in
                do {
                    try body(row)
                    return true
                } catch {
                    stopped = error
                    return false
                }
            }
        }
        if let stopped { throw stopped }
    }

    private static func only<T>(_ rows: [T], _ sql: String) throws(DatabaseError) -> T? {
        guard rows.count < 2 else {
            let message = "\(rows.count) rows where at most one was expected"
            throw DatabaseError(.decoding, message, operation: Operation.prepared(sql))
        }
        return rows.first
    }
}
