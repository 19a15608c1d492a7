/// Who may use a connection, who waits and what lies idle: decisions only, the pool acts on them.
///
/// In use plus idle never exceeds the permits: a connection is opened only by a holder of a permit that found no idle
/// one.
struct PoolState {
    private(set) var freePermits: Int
    private(set) var isClosed = false
    private var idle: [IdleConnection] = []
    private var waiters: [PoolWaiter] = []
    private var closers: [CheckedContinuation<Void, Never>] = []
    private var nextWaiterID: UInt64 = 0

    static let closedError = DatabaseError(.pool, "the pool is closed", operation: "borrow a connection")

    init(freePermits: Int) {
        self.freePermits = freePermits
    }

    /// The number of callers in the line.
    var waiterCount: Int { waiters.count }

    mutating func makeWaiterID() -> UInt64 {
        nextWaiterID += 1
        return nextWaiterID
    }

    /// Lets the caller in, refuses it, or (`nil`) puts it at the end of the line.
    mutating func admit(_ waiter: PoolWaiter, isCancelled: Bool) -> Result<Void, any Error>? {
        if isClosed { return .failure(Self.closedError) }
        if freePermits > 0 {
            freePermits -= 1
            return .success(())
        }
        // Whoever finds a free connection gets it even when cancelled, to tidy up; only waiting is given up.
        if isCancelled { return .failure(CancellationError()) }
        guard waiters.count < Pool.waiterLimit else {
            let message = "\(waiters.count) callers wait for a connection already"
            return .failure(DatabaseError(.busy, message, operation: "borrow a connection"))
        }
        waiters.append(waiter)
        return nil
    }

    /// Lets a caller in who does not wait.
    mutating func admitAtOnce() -> Bool {
        guard !isClosed, freePermits > 0 else { return false }
        freePermits -= 1
        return true
    }

    mutating func removeWaiter(_ id: UInt64) -> PoolWaiter? {
        guard let index = waiters.firstIndex(where: { $0.id == id }) else { return nil }
        return waiters.remove(at: index)
    }

    /// The connection used last, which is the likeliest to live; the others may grow old.
    mutating func takeIdle() -> IdleConnection? { idle.popLast() }

    /// Takes a permit back: it goes to the first in the line, or is free again.
    mutating func release(
        keeping connection: IdleConnection?, of total: Int
    ) -> (next: PoolWaiter?, closers: [CheckedContinuation<Void, Never>], refused: Connection?) {
        var refused: Connection?
        if let connection {
            if isClosed { refused = connection.connection } else { idle.append(connection) }
        }
        if !waiters.isEmpty { return (waiters.removeFirst(), [], refused) }
        freePermits += 1
        guard freePermits == total else { return (nil, [], refused) }
        defer { closers = [] }
        return (nil, closers, refused)
    }

    /// Refuses everybody from now on; returns whom to tell and what to close.
    mutating func close() -> (waiters: [PoolWaiter], connections: [Connection]) {
        defer {
            isClosed = true
            waiters = []
            idle = []
        }
        return (waiters, idle.map(\.connection))
    }

    /// Whether every permit is back; if not, the continuation is resumed when it is so.
    mutating func isDrained(orNotify continuation: CheckedContinuation<Void, Never>, of total: Int) -> Bool {
        if freePermits == total { return true }
        closers.append(continuation)
        return false
    }
}
