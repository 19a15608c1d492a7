import Synchronization

/// The positions of the jobs that run now.
final class RunningJobs: Sendable {
    private let positions = Mutex<Set<Int>>([])

    /// - Returns: whether the job was not running before.
    func start(_ position: Int) -> Bool { positions.withLock { $0.insert(position).inserted } }

    func end(_ position: Int) { positions.withLock { _ = $0.remove(position) } }
}
