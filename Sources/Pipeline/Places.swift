import Synchronization

/// Lets so many work at one time; whoever comes later gets the next place that is given back, in order.
final class Places: Sendable {
    private struct State {
        var free: Int
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state: Mutex<State>

    /// - Parameter count: at least 1.
    init(_ count: Int) {
        precondition(count > 0, "somebody works")
        state = Mutex(State(free: count))
    }

    /// Does the work with a place.
    func with<Value>(_ work: () async throws -> Value) async rethrows -> Value {
        await take()
        defer { giveBack() }
        return try await work()
    }

    /// Waits for something without the place that is held, and takes one again afterwards.
    func without<Value>(_ waiting: () async throws -> Value) async throws -> Value {
        giveBack()
        let result: Result<Value, any Error>
        do {
            result = .success(try await waiting())
        } catch {
            result = .failure(error)
        }
        await take()
        return try result.get()
    }

    private func take() async {
        await withCheckedContinuation { continuation in
            let isFree = state.withLock { state in
                if state.free > 0 {
                    state.free -= 1
                    return true
                }
                state.waiting.append(continuation)
                return false
            }
            if isFree { continuation.resume() }
        }
    }

    private func giveBack() {
        let next: CheckedContinuation<Void, Never>? = state.withLock { state in
            if state.waiting.isEmpty {
                state.free += 1
                return nil
            }
            return state.waiting.removeFirst()
        }
        next?.resume()
    }
}
