import Dispatch

/// Runs an actor's jobs on one serial dispatch queue, so that blocking C calls never occupy a cooperative thread.
///
/// An actor keeps one of its own and answers `unownedExecutor` from it:
/// ```
/// private let executor = QueueExecutor(label: "database")
/// nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }
/// ```
/// Dispatch's own `DispatchSerialQueue` does not exist on Linux.
package final class QueueExecutor: SerialExecutor {
    private let queue: DispatchQueue

    /// - Parameter label: the queue's name as a debugger shows it.
    package init(label: String) {
        queue = DispatchQueue(label: label)
    }

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }

    /// Traps unless called from the queue.
    package func checkIsolated() {
        dispatchPrecondition(condition: .onQueue(queue))
    }
}
