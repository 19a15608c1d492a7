extension Pool {
    /// One attempt at a transaction; throws what must not be tried again.
    func attemptOnce<T: Sendable>(
        _ connection: Connection,
        _ body: (Connection) async throws -> T
    ) async throws -> TransactionOutcome<T> {
        do {
            try await connection.begin()
            let result = try await body(connection)
            try Task.checkCancellation()
            // A body that swallowed a deadlock would go on outside the transaction the server has rolled back.
            if let failure = await connection.transactionFailure { throw failure }
            try await connection.commit()
            return .committed(result)
        } catch {
            let failure = await connection.transactionFailure
            await connection.rollBack()
            if let error = error as? DatabaseError, error.isOutcomeUnknown { throw error }
            guard let failure, !(error is CancellationError) else { throw error }
            return .lost(failure, thrown: error)
        }
    }

    /// A random wait, so that those who met do not meet again; at most 10 ms at first, doubling each time.
    func retryDelay(attempt: Int) -> Duration {
        .milliseconds(random(1...(Self.firstRetryDelayMilliseconds << (attempt - 1))))
    }
}
