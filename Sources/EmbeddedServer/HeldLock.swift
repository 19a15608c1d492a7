import Synchronization

/// A user's lock in a place that closures and a lease can share.
final class HeldLock: Sendable {
    private let lock = Mutex<FileLock?>(nil)

    var isHeld: Bool { lock.withLock { lock in lock != nil } }

    func put(_ new: consuming FileLock) {
        var new: FileLock? = new
        lock.withLock { lock in lock = new.take() }
    }

    /// Lets go of the lock; false when that was done before.
    func letGo() -> Bool {
        lock.withLock { lock in
            let wasHeld = lock != nil
            lock = nil
            return wasHeld
        }
    }
}
