import CMariaDB

/// Owns one prepared `MYSQL_STMT *` until `mysql_stmt_close`.
///
/// It may outlive its connection by a little: closing a connection makes the library forget its statements safely.
struct StatementHandle: ~Copyable {
    private let raw: UnsafeMutablePointer<MYSQL_STMT>
    private let operation: String

    /// Takes a fresh statement over, also when preparing it fails.
    init(owning raw: UnsafeMutablePointer<MYSQL_STMT>, _ sql: String) throws(DatabaseError) {
        let operation = Operation.prepared(sql)
        do {
            try Self.check(mysql_stmt_prepare(raw, sql, UInt(sql.utf8.count)), raw, operation)
            // Lets the library note the longest value of each column while it stores a result.
            try Self.set(STMT_ATTR_UPDATE_MAX_LENGTH, to: my_bool(1), of: raw, operation)
        } catch {
            mysql_stmt_close(raw)
            throw error
        }
        self.raw = raw
        self.operation = operation
    }

    deinit { mysql_stmt_close(raw) }

    /// The one place where the library's return codes become errors; the message is read before any other call.
    private static func check(
        _ code: Int32, _ raw: UnsafeMutablePointer<MYSQL_STMT>, _ operation: String
    ) throws(DatabaseError) {
        guard code != 0 else { return }
        throw DatabaseError(
            code: mysql_stmt_errno(raw),
            sqlState: String(cString: mysql_stmt_sqlstate(raw)),
            rawMessage: String(cString: mysql_stmt_error(raw)),
            operation: operation
        )
    }

    private static func set<T: BitwiseCopyable>(
        _ attribute: enum_stmt_attr_type, to value: T, of raw: UnsafeMutablePointer<MYSQL_STMT>, _ operation: String
    ) throws(DatabaseError) {
        try withUnsafePointer(to: value) { (pointer) throws(DatabaseError) in
            try check(Int32(mysql_stmt_attr_set(raw, attribute, pointer)), raw, operation)
        }
    }

    private borrowing func check(_ code: Int32) throws(DatabaseError) { try Self.check(code, raw, operation) }

    var parameterCount: Int { Int(mysql_stmt_param_count(raw)) }

    /// Executes once; rows it may return are dropped.
    borrowing func execute(_ values: [Value]) throws(DatabaseError) -> Execution {
        try send(values)
        let execution = lastExecution
        try finish()
        return execution
    }

    /// Executes once per row, chunk by chunk.
    borrowing func execute(_ batch: Batch) throws(DatabaseError) -> Execution {
        try checkCount(batch.columns.count)
        var total = Execution(affectedRows: 0, lastInsertID: 0)
        for rows in batch.chunks {
            let memory = ParameterMemory(batch.columns, rows: rows)
            try send(memory, arraySize: UInt32(rows.count))
            total.affectedRows += lastExecution.affectedRows
            total.lastInsertID = lastExecution.lastInsertID
            try finish()
        }
        return total
    }

    /// Executes and hands the rows over until `body` returns false.
    ///
    /// Stored rows are fetched from the server first, so that buffers have the right size and the server is free;
    /// others arrive one by one in flat memory.
    borrowing func read(
        _ values: [Value], storing: Bool, _ body: (borrowing Row) throws(DatabaseError) -> Bool
    ) throws(DatabaseError) {
        try send(values)
        do {
            if mysql_stmt_field_count(raw) > 0 {
                if storing { try check(mysql_stmt_store_result(raw)) }
                try readRows(body)
            }
        } catch {
            // Best effort: the first error is the one to tell.
            mysql_stmt_free_result(raw)
            throw error
        }
        try finish()
    }

    private borrowing func readRows(_ body: (borrowing Row) throws(DatabaseError) -> Bool) throws(DatabaseError) {
        guard let fields = mariadb_stmt_fetch_fields(raw) else {
            throw DatabaseError(.client, "the result has no description", operation: operation)
        }
        var row = Row(
            ResultBuffers(UnsafeBufferPointer(start: fields, count: Int(mysql_stmt_field_count(raw)))),
            operation: operation)
        try check(Int32(mysql_stmt_bind_result(raw, row.buffers.binds)))
        while true {
            let code = mysql_stmt_fetch(raw)
            if code == MYSQL_NO_DATA { return }
            // A truncated value is longer than its buffer, which grows and is fetched again.
            if code == MYSQL_DATA_TRUNCATED {
                for column in row.buffers.takeOverflow() {
                    try check(mysql_stmt_fetch_column(raw, row.buffers.binds + column, UInt32(column), 0))
                }
                if row.buffers.hasMoved { try check(Int32(mysql_stmt_bind_result(raw, row.buffers.binds))) }
            } else {
                try check(code)
            }
            guard try body(row) else { return }
        }
    }

    private borrowing func send(_ values: [Value]) throws(DatabaseError) {
        try checkCount(values.count)
        try send(ParameterMemory(values), arraySize: 0)
    }

    /// - Parameter arraySize: the number of rows of a bulk execution; 0 for a plain one.
    private borrowing func send(
        _ memory: borrowing ParameterMemory, arraySize: UInt32
    ) throws(DatabaseError) {
        try Self.set(STMT_ATTR_ARRAY_SIZE, to: arraySize, of: raw, operation)
        if memory.count > 0 { try check(Int32(mysql_stmt_bind_param(raw, memory.binds))) }
        try check(mysql_stmt_execute(raw))
    }

    /// Drops what is left of the results, so that the connection is free for the next statement.
    private borrowing func finish() throws(DatabaseError) {
        mysql_stmt_free_result(raw)
        while mysql_stmt_more_results(raw) != 0 {
            let code = mysql_stmt_next_result(raw)
            try check(max(code, 0))
            mysql_stmt_free_result(raw)
        }
    }

    private var lastExecution: Execution {
        let affected = mysql_stmt_affected_rows(raw)
        // A statement with rows has no such number; the library then answers with all bits set.
        return Execution(
            affectedRows: affected == .max ? 0 : Int(affected), lastInsertID: mysql_stmt_insert_id(raw))
    }

    private borrowing func checkCount(_ given: Int) throws(DatabaseError) {
        guard given == parameterCount else {
            let message = "\(given) values for \(parameterCount) placeholders"
            throw DatabaseError(.usage, message, operation: operation)
        }
    }
}
