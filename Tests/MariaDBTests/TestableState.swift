import Synchronization

@testable import MariaDB

extension Pool {
    var waiterCount: Int { state.withLock { $0.waiterCount } }
    var isClosed: Bool { state.withLock { $0.isClosed } }
}

extension Connection {
    /// The integer in the only row and column of a result.
    func integer(_ sql: String, _ values: [Value] = []) throws -> Int? {
        try queryOne(sql, values) { row in try row.int(0) }
    }

    /// Leaves the connection as it is after the body of a transaction has caught a deadlock's error itself.
    func pretendConflict() {
        transactionFailure = DatabaseError(
            kind: .server, code: 1213, sqlState: "40001", message: "Deadlock found", operation: "test")
    }
}
