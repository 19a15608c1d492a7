import Synchronization

extension Pool {
    /// Waits for its turn, then takes an idle connection that still lives or opens one.
    func borrow() async throws -> Connection {
        try await waitForPermit()
        do {
            while let idle = state.withLock({ state in state.takeIdle() }) {
                let isOld = idle.since.duration(to: .now) >= idleBeforePing
                do {
                    try await idle.connection.checkAlive(pingAlways: isOld)
                    return idle.connection
                } catch {
                    // The server hung up while nobody looked: the next one, or a new one, takes its place.
                    await idle.connection.close()
                }
            }
            return try await Connection.open(try await endpoint())
        } catch {
            release(keeping: nil)
            throw error
        }
    }

    /// Keeps a connection that is fit for the next borrower, closes any other, and lets the next one in.
    func giveBack(_ connection: Connection) async {
        let isFit = await connection.prepareForReuse()
        let isClosed = state.withLock { state in state.isClosed }
        if isFit && !isClosed {
            if let late = release(keeping: connection) { await late.close() }
        } else {
            await connection.close()
            release(keeping: nil)
        }
    }

    private func waitForPermit() async throws {
        guard let longestWait else { return try await waitInLine() }
        // Nobody waits while a permit is free: no one is passed by.
        if state.withLock({ state in state.admitAtOnce() }) { return }
        try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                try await self.waitInLine()
                return true
            }
            group.addTask {
                try await Task.sleep(for: longestWait)
                return false
            }
            let first = await group.nextResult()
            group.cancelAll()
            let second = await group.nextResult()
            // Both may be done at once: a permit that was given is used, else nobody would give it back.
            for case .success(true)? in [first, second] { return }
            guard case .success(false)? = first else {
                _ = try first?.get()
                return
            }
            let message = "no connection came free within \(longestWait)"
            throw DatabaseError(.busy, message, operation: "borrow a connection")
        }
    }

    private func waitInLine() async throws {
        let id = state.withLock { state in state.makeWaiterID() }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let waiter = PoolWaiter(id: id, continuation: continuation)
                // The flag is read under the lock: a cancellation after that finds the waiter in the line.
                let answer = state.withLock { state in state.admit(waiter, isCancelled: Task.isCancelled) }
                if let answer { continuation.resume(with: answer) }
            }
        } onCancel: {
            let waiter = state.withLock { state in state.removeWaiter(id) }
            waiter?.continuation.resume(throwing: CancellationError())
        }
    }

    /// Returns the connection when the pool was closed meanwhile, so that the caller closes it.
    @discardableResult
    private func release(keeping connection: Connection?) -> Connection? {
        let released = state.withLock { state in
            state.release(
                keeping: connection.map { IdleConnection(connection: $0, since: .now) }, of: maximumConnections)
        }
        released.next?.continuation.resume()
        for closer in released.closers { closer.resume() }
        return released.refused
    }
}
