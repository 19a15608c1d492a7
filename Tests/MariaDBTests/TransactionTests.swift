import TestSupport
import Testing

@testable import MariaDB

@Suite(.enabled(if: TestDatabase.isAvailable, "needs mariadbd"), .timeLimit(.minutes(2)))
struct TransactionTests {
    struct Oops: Error {}

    private func withTable(_ body: (Pool, Endpoint) async throws -> Void) async throws {
        try await TestDatabase.withSchema { pool, endpoint in
            try await pool.withConnection { connection in
                try await connection.run("CREATE TABLE t (id INT PRIMARY KEY, n INT NOT NULL)")
                try await connection.run("INSERT INTO t VALUES (1, 0), (2, 0)")
            }
            try await body(pool, endpoint)
        }
    }

    /// Compares the numbers in the table, in the order of the ids.
    private func expect(_ numbers: [Int], in pool: Pool, at location: SourceLocation = #_sourceLocation) async throws {
        let found = try await pool.withConnection { connection in
            try await connection.query("SELECT n FROM t ORDER BY id") { row in try row.int(0) }
        }
        #expect(found == numbers, sourceLocation: location)
    }

    @Test func whatWasDoneIsCommitted() async throws {
        try await withTable { pool, _ in
            let result = try await pool.transaction { connection in
                try await connection.execute("UPDATE t SET n = n + ?", [5]).affectedRows
            }
            #expect(result == 2)
            try await expect([5, 5], in: pool)
        }
    }

    @Test func anErrorRollsBackAndIsThrownOn() async throws {
        try await withTable { pool, _ in
            let attempts = Collected<Int>()
            await #expect(throws: Oops.self) {
                try await pool.transaction { connection in
                    attempts.append(1)
                    try await connection.execute("UPDATE t SET n = 7")
                    throw Oops()
                }
            }
            #expect(attempts.all.count == 1)
            try await expect([0, 0], in: pool)
        }
    }

    @Test func cancellationRollsBackEvenWhenTheBodyDoesNotNotice() async throws {
        try await withTable { pool, _ in
            await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    try await pool.transaction { connection in
                        try await connection.execute("UPDATE t SET n = 7")
                        withUnsafeCurrentTask { task in task?.cancel() }
                    }
                }
                await #expect(throws: CancellationError.self) { try await group.waitForAll() }
            }
            try await expect([0, 0], in: pool)
        }
    }

    /// Two transactions that take two rows in opposite order; each waits until both hold their first.
    private func deadlock(_ pool: Pool, wrapping: Bool) async throws -> Int {
        let attempts = Collected<Int>()
        let holders = Collected<Int>()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (first, second) in [(1, 2), (2, 1)] {
                group.addTask {
                    try await pool.transaction { connection in
                        attempts.append(first)
                        let sql = "UPDATE t SET n = n + 1 WHERE id = ?"
                        try await connection.execute(sql, [.integer(first)])
                        holders.append(first)
                        while holders.all.count < 2 { await Task.yield() }
                        do {
                            try await connection.execute(sql, [.integer(second)])
                        } catch {
                            if wrapping { throw Oops() }
                            throw error
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        return attempts.all.count
    }

    @Test(arguments: [false, true])
    func aDeadlockIsTriedAgainAlsoWhenItsErrorWasWrapped(wrapping: Bool) async throws {
        try await withTable { pool, _ in
            let attempts = try await deadlock(pool, wrapping: wrapping)
            #expect(attempts == 3)
            try await expect([2, 2], in: pool)
        }
    }

    @Test func aConflictIsTriedOnlySoOften() async throws {
        try await withTable { pool, _ in
            let attempts = Collected<Int>()
            try await pool.withConnection { holder in
                try await holder.run("START TRANSACTION")
                try await holder.run("UPDATE t SET n = 1 WHERE id = 1")
                let error = await #expect(throws: DatabaseError.self) {
                    try await pool.transaction { connection in
                        attempts.append(1)
                        try await connection.run("SET SESSION innodb_lock_wait_timeout = 0")
                        try await connection.execute("UPDATE t SET n = 2 WHERE id = 1")
                    }
                }
                #expect(error?.code == 1205)
                #expect(error?.isConflict == true)
            }
            #expect(attempts.all.count == Pool.transactionAttemptLimit)
            try await expect([0, 0], in: pool)
        }
    }

    @Test func aSwallowedConflictIsNotCommitted() async throws {
        try await withTable { pool, _ in
            let attempts = Collected<Int>()
            try await pool.transaction { connection in
                attempts.append(1)
                try await connection.execute("UPDATE t SET n = n + 1 WHERE id = 1")
                guard attempts.all.count == 1 else { return }
                await connection.pretendConflict()
            }
            #expect(attempts.all.count == 2)
            try await expect([1, 0], in: pool)
        }
    }

    @Test func aConnectionLostBeforeCommitIsReplacedOnce() async throws {
        try await withTable { pool, endpoint in
            let attempts = Collected<UInt64>()
            try await pool.transaction { connection in
                let id = try await connection.threadID()
                attempts.append(id)
                try await connection.execute("UPDATE t SET n = n + 1")
                if attempts.all.count == 1 { try await kill(id, endpoint) }
            }
            #expect(Set(attempts.all).count == 2)
            try await expect([1, 1], in: pool)

            let failing = Collected<UInt64>()
            let error = await #expect(throws: DatabaseError.self) {
                try await pool.transaction { connection in
                    let id = try await connection.threadID()
                    failing.append(id)
                    try await kill(id, endpoint)
                    try await connection.execute("UPDATE t SET n = n + 1")
                }
            }
            #expect(error?.isConnectionLost == true)
            #expect(error?.isOutcomeUnknown == false)
            #expect(failing.all.count == 2)
            try await expect([1, 1], in: pool)
        }
    }

    @Test func aConnectionLostDuringCommitLeavesTheOutcomeUnknown() async throws {
        try await withTable { pool, endpoint in
            let attempts = Collected<Int>()
            // While a lock on commits is held, COMMIT waits; the session is killed in that moment.
            try await pool.withConnection { holder in
                let error = await #expect(throws: DatabaseError.self) {
                    try await withThrowingTaskGroup(of: Void.self) { group in
                        let locked = Collected<UInt64>()
                        group.addTask {
                            try await pool.transaction { connection in
                                attempts.append(1)
                                try await connection.execute("UPDATE t SET n = 9")
                                let own = try await connection.threadID()
                                try await Self.lockCommits(on: holder)
                                locked.append(own)
                            }
                        }
                        while locked.all.isEmpty { await Task.yield() }
                        let own = locked.all[0]
                        let sql = "SELECT COUNT(*) FROM information_schema.processlist WHERE id = ? AND info = 'COMMIT'"
                        while try await holder.queryOne(sql, [.unsigned(own)], { row in try row.int(0) }) == 0 {
                            await Task.yield()
                        }
                        try await holder.run("KILL \(own)")
                        try await group.waitForAll()
                    }
                }
                #expect(error?.isOutcomeUnknown == true)
                #expect(error?.isTransient == false)
                #expect(error?.description.contains("may or may not") == true)
                try await holder.run("UNLOCK TABLES")
            }
            #expect(attempts.all.count == 1)
            _ = endpoint
        }
    }

    /// Tries again after a second: statements of other tests that wait for each other's rows would never let it be.
    private static func lockCommits(on holder: Connection) async throws {
        try await holder.run("SET SESSION lock_wait_timeout = 1")
        while true {
            do {
                try await holder.run("FLUSH TABLES WITH READ LOCK")
                return
            } catch {
                guard error.code == 1205 else { throw error }
            }
        }
    }

    @Test func retriesWaitLongerAndStayBounded() {
        let pool = Pool(maximumConnections: 1, random: { $0.upperBound }) { throw Oops() }
        #expect((1...4).map { pool.retryDelay(attempt: $0) } == [10, 20, 40, 80].map { .milliseconds($0) })
    }
}
