import Synchronization

/// Lends connections to one server, at most a fixed number at a time; those who wait are served in order.
///
/// A call inside the body of another one on the same pool needs a second connection: with all of them in such hands
/// nobody would go on, so pass the connection down instead.
package final class Pool: Sendable {
    /// Times a transaction is tried in all when it loses against others (1213, 1205, 1020).
    package static let transactionAttemptLimit = 5
    /// Times a transaction is begun again on a new connection after its connection broke before COMMIT.
    package static let reconnectLimit = 1
    /// The longest wait before the second attempt; it doubles with each further one.
    package static let firstRetryDelayMilliseconds = 10
    /// Callers that may wait for a connection at once: beyond it something is stuck, and an error is better.
    package static let waiterLimit = 10_000
    /// A connection idle for longer is asked whether it still lives before it is lent: firewalls and servers drop
    /// idle ones silently.
    package static let idleBeforePing: Duration = .seconds(30)

    /// Connections lent and idle together never exceed it.
    package let maximumConnections: Int
    let endpoint: @Sendable () async throws -> Endpoint
    let onError: @Sendable (DatabaseError) -> Void
    let idleBeforePing: Duration
    /// How long a caller waits for a connection; nil is for ever.
    let longestWait: Duration?
    let random: @Sendable (ClosedRange<Int>) -> Int
    let state: Mutex<PoolState>

    /// - Parameters:
    ///   - maximumConnections: at least 1.
    ///   - longestWait: how long a caller waits for a connection that others have; nil is for ever. Reaching a server
    ///     has limits of its own.
    ///   - random: picks the milliseconds before a retry.
    ///   - onError: told of each error of a connection or of getting one, those that are tried again too.
    ///   - endpoint: asked before each new connection, so a server may be started there; its errors reach the caller.
    package init(
        maximumConnections: Int,
        idleBeforePing: Duration = Pool.idleBeforePing,
        longestWait: Duration? = nil,
        random: @escaping @Sendable (ClosedRange<Int>) -> Int = { Int.random(in: $0) },
        onError: @escaping @Sendable (DatabaseError) -> Void = { _ in },
        endpoint: @escaping @Sendable () async throws -> Endpoint
    ) {
        precondition(maximumConnections >= 1, "a pool needs room for a connection")
        self.maximumConnections = maximumConnections
        self.idleBeforePing = idleBeforePing
        self.longestWait = longestWait
        self.random = random
        self.onError = onError
        self.endpoint = endpoint
        state = Mutex(PoolState(freePermits: maximumConnections))
    }

    /// Lends a connection for the duration of `body`; a transaction left open is rolled back.
    ///
    /// Throws what `body` throws, a `DatabaseError`, an error of the endpoint, or `CancellationError` while waiting.
    @discardableResult
    package func withConnection<T: Sendable>(_ body: (Connection) async throws -> T) async throws -> T {
        let connection: Connection
        do {
            connection = try await borrow()
        } catch {
            if let error = error as? DatabaseError { onError(error) }
            throw error
        }
        do {
            let result = try await body(connection)
            await giveBack(connection)
            return result
        } catch {
            await giveBack(connection)
            if let error = error as? DatabaseError { onError(error) }
            throw error
        }
    }

    /// Runs `body` in a transaction (REPEATABLE READ, the server's default) and commits, or rolls back when it throws
    /// or its task is cancelled.
    ///
    /// A transaction that lost against another one is tried again, `body` and all, even when `body` threw an error of
    /// its own after that; so is one whose connection broke before COMMIT was sent. When it broke during COMMIT the
    /// error says that the outcome is unknown (`isOutcomeUnknown`), and nothing is tried again.
    @discardableResult
    package func transaction<T: Sendable>(_ body: (Connection) async throws -> T) async throws -> T {
        var attempt = 1
        var reconnects = 0
        while true {
            let outcome = try await withConnection { connection in try await attemptOnce(connection, body) }
            switch outcome {
            case .committed(let result): return result
            case .lost(let failure, let thrown):
                onError(failure)
                if failure.isConflict, attempt < Self.transactionAttemptLimit {
                    try await Task.sleep(for: retryDelay(attempt: attempt))
                    attempt += 1
                } else if failure.isConnectionLost, reconnects < Self.reconnectLimit {
                    reconnects += 1
                } else {
                    throw thrown
                }
            }
        }
    }

    /// Refuses new borrowers, and returns when every connection has come back and is closed.
    package func close() async {
        let idle = state.withLock { state in state.close() }
        for waiter in idle.waiters { waiter.continuation.resume(throwing: PoolState.closedError) }
        for connection in idle.connections { await connection.close() }
        await withCheckedContinuation { continuation in
            let isDone = state.withLock { state in state.isDrained(orNotify: continuation, of: maximumConnections) }
            if isDone { continuation.resume() }
        }
    }
}
