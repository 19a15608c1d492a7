import Dispatch

/// Waiting by looking again and again.
enum Waiting {
    /// Between two looks: short against the tenth of a second a server needs to start.
    static let interval: Duration = .milliseconds(10)

    /// Looks until `poll` returns a value, or throws `timedOut`.
    ///
    /// - Parameter stopsWhenCancelled: whether the task's cancellation ends the waiting with `cancelled`; not while
    ///   tidying up, which happens most often in cancelled tasks.
    static func until<Result>(
        _ action: String, limit: Duration, stopsWhenCancelled: Bool,
        _ poll: () async throws(EmbeddedServerError) -> Result?
    ) async throws(EmbeddedServerError) -> Result {
        let clock = ContinuousClock()
        let end = clock.now.advanced(by: limit)
        while true {
            if let result = try await poll() { return result }
            if stopsWhenCancelled, Task.isCancelled { throw .cancelled }
            if clock.now >= end { throw .timedOut(action: action, limit: limit) }
            await pause()
        }
    }

    /// `Task.sleep` returns at once in a cancelled task, where waiting would become spinning.
    private static func pause() async {
        let milliseconds = Int(interval / .milliseconds(1))
        await withCheckedContinuation { continuation in
            DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(milliseconds)) { continuation.resume() }
        }
    }
}
