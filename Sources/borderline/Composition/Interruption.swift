import UnixSignals

/// The process was asked to end.
struct Interruption: Error {
    let signal: UnixSignal

    /// 128 + the signal's number, as shells report it. A service that was told to stop has done its work.
    var exitCode: Int32 { 128 + Int32(signal.rawValue) }
}

/// The signals that end a command. Made before anything is opened: one that comes while the process is still starting
/// is kept until somebody listens.
func endingSignals() async -> UnixSignalsSequence {
    await UnixSignalsSequence(trapping: .sigint, .sigterm, .sighup)
}

/// Runs the body until it ends or the process is asked to end; then the body is cancelled, and waited for.
///
/// - Throws: what the body throws; `Interruption` where a signal came first.
func interruptible<Value: Sendable>(
    by signals: UnixSignalsSequence, _ body: @escaping @Sendable () async throws -> Value
) async throws -> Value {
    try await withThrowingTaskGroup(of: Value?.self) { group in
        group.addTask { try await body() }
        group.addTask {
            for await signal in signals { throw Interruption(signal: signal) }
            return nil
        }
        defer { group.cancelAll() }
        while let value = try await group.next() {
            if let value { return value }
        }
        throw CancellationError()
    }
}
