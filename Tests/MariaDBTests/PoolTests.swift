import Synchronization
import TestSupport
import Testing

@testable import MariaDB

@Suite(.enabled(if: TestDatabase.isAvailable, "needs mariadbd"), .timeLimit(.minutes(2)))
struct PoolTests {
    @Test func connectionsAreUsedAgain() async throws {
        try await TestDatabase.withSchema { pool, _ in
            let first = try await pool.withConnection { try await $0.threadID() }
            let second = try await pool.withConnection { try await $0.threadID() }
            #expect(first == second)
        }
    }

    @Test func neverMoreConnectionsThanTheLimit() async throws {
        try await TestDatabase.withSchema(maximumConnections: 3) { pool, _ in
            let threads = Collected<UInt64>()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<30 {
                    group.addTask {
                        try await pool.withConnection { connection in
                            threads.append(try await connection.threadID())
                            _ = try await connection.query("SELECT SLEEP(0.002)") { $0.values }
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(threads.all.count == 30)
            #expect((1...3).contains(Set(threads.all).count))
        }
    }

    @Test func thoseWhoWaitAreServedInOrder() async throws {
        try await TestDatabase.withSchema(maximumConnections: 1) { pool, _ in
            let order = Collected<Int>()
            try await withThrowingTaskGroup(of: Void.self) { group in
                try await pool.withConnection { _ in
                    for number in 0..<5 {
                        group.addTask { try await pool.withConnection { _ in order.append(number) } }
                        while pool.waiterCount <= number { await Task.yield() }
                    }
                }
                try await group.waitForAll()
            }
            #expect(order.all == [0, 1, 2, 3, 4])
        }
    }

    @Test func waitingEndsWithItsTask() async throws {
        try await TestDatabase.withSchema(maximumConnections: 1) { pool, _ in
            try await pool.withConnection { connection in
                await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask {
                        try await pool.withConnection { _ in _ = Issue.record("nobody gave it back") }
                    }
                    while pool.waiterCount < 1 { await Task.yield() }
                    group.cancelAll()
                    await #expect(throws: CancellationError.self) { try await group.waitForAll() }
                }
                #expect(pool.waiterCount == 0)
                try await connection.run("SELECT 1")
            }
            try await pool.withConnection { _ = try await $0.run("SELECT 1") }
        }
    }

    @Test func waitingHasALimitWhereThePoolHasOne() async throws {
        try await TestDatabase.withSchema { _, endpoint in
            let pool = Pool(maximumConnections: 1, longestWait: .milliseconds(5)) { endpoint }
            try await pool.withConnection { connection in
                await #expect {
                    try await pool.withConnection { _ in _ = Issue.record("nobody gave it back") }
                } throws: { error in
                    (error as? DatabaseError)?.kind == .busy && (error as? DatabaseError)?.isTransient == true
                }
                #expect(pool.waiterCount == 0)
                try await connection.run("SELECT 1")
            }
            // Turns that come just as the time is over are not lost: the pool could not be closed then.
            await withTaskGroup { group in
                for _ in 0..<200 {
                    group.addTask {
                        do {
                            try await pool.withConnection { _ = try await $0.run("DO SLEEP(0.001)") }
                        } catch { #expect((error as? DatabaseError)?.kind == .busy) }
                    }
                }
            }
            try await pool.withConnection { _ = try await $0.run("SELECT 1") }
            await pool.close()
        }
    }

    @Test func aConnectionKilledWhileIdleIsReplaced() async throws {
        try await TestDatabase.withSchema { pool, endpoint in
            let doomed = try await pool.withConnection { try await $0.threadID() }
            try await kill(doomed, endpoint)
            let next = try await pool.withConnection { connection in
                try await connection.run("SELECT 1")
                return try await connection.threadID()
            }
            #expect(next != doomed)
        }
    }

    @Test func aConnectionThatBreaksInUseIsNotUsedAgain() async throws {
        try await TestDatabase.withSchema { pool, endpoint in
            let doomed = Mutex<UInt64>(0)
            let error = await #expect(throws: DatabaseError.self) {
                try await pool.withConnection { connection in
                    let id = try await connection.threadID()
                    doomed.withLock { $0 = id }
                    try await kill(id, endpoint)
                    try await connection.run("SELECT 1")
                }
            }
            #expect(error?.isConnectionLost == true)
            #expect(error?.isTransient == true)
            let next = try await pool.withConnection { try await $0.threadID() }
            #expect(next != doomed.withLock { $0 })
        }
    }

    @Test func oldIdleConnectionsArePinged() async throws {
        try await TestDatabase.withSchema { _, endpoint in
            let pool = Pool(maximumConnections: 1, idleBeforePing: .zero) { endpoint }
            for _ in 0..<3 { try await pool.withConnection { _ = try await $0.run("SELECT 1") } }
            let sql = "SHOW SESSION STATUS LIKE 'Com_admin_commands'"
            let pings = try await pool.withConnection { connection in
                try await connection.queryOne(sql) { row in try row.text(1) }
            }
            #expect(pings == "3")
            await pool.close()
        }
    }

    @Test func theEndpointIsAskedForEachNewConnectionOnly() async throws {
        struct NotNow: Error {}
        try await TestDatabase.withSchema { _, endpoint in
            let asked = Collected<Int>()
            let pool = Pool(maximumConnections: 1) {
                asked.append(1)
                if asked.all.count == 1 { throw NotNow() }
                return endpoint
            }
            await #expect(throws: NotNow.self) { try await pool.withConnection { _ in } }
            try await pool.withConnection { _ in }
            try await pool.withConnection { _ in }
            #expect(asked.all.count == 2)
            await pool.close()
        }
    }

    @Test func anOpenTransactionDoesNotReachTheNextBorrower() async throws {
        try await TestDatabase.withSchema(maximumConnections: 1) { pool, _ in
            try await pool.withConnection { connection in
                try await connection.run("CREATE TABLE t (a INT)")
                try await connection.run("START TRANSACTION")
                try await connection.run("INSERT INTO t VALUES (1)")
            }
            let count = try await pool.withConnection { connection in
                try await connection.queryOne("SELECT COUNT(*) FROM t") { row in try row.int(0) }
            }
            #expect(count == 0)
        }
    }

    @Test func aClosedPoolRefusesAndClosingWaitsForBorrowers() async throws {
        try await TestDatabase.withSchema { _, endpoint in
            let pool = Pool(maximumConnections: 2) { endpoint }
            let steps = Collected<String>()
            try await withThrowingTaskGroup(of: Void.self) { group in
                try await pool.withConnection { connection in
                    group.addTask {
                        await pool.close()
                        steps.append("closed")
                    }
                    while !pool.isClosed { await Task.yield() }
                    let error = await #expect(throws: DatabaseError.self) { try await pool.withConnection { _ in } }
                    #expect(error?.kind == .pool)
                    try await connection.run("SELECT 1")
                    steps.append("given back")
                }
                try await group.waitForAll()
            }
            #expect(steps.all == ["given back", "closed"])
            await pool.close()
        }
    }
}

/// Ends a session from outside and waits until the server has done it.
func kill(_ id: UInt64, _ endpoint: Endpoint) async throws {
    let other = try await Connection.open(endpoint)
    try await other.run("KILL \(id)")
    let sql = "SELECT COUNT(*) FROM information_schema.processlist WHERE id = ?"
    while try await other.queryOne(sql, [.unsigned(id)], { row in try row.int(0) }) != 0 { await Task.yield() }
    await other.close()
}
