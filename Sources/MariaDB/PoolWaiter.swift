/// A caller waiting for its turn.
struct PoolWaiter {
    let id: UInt64
    let continuation: CheckedContinuation<Void, any Error>
}
