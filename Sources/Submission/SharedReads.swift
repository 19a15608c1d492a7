/// Reads each value once, however many ask at the same time, and again only when it is old.
actor SharedReads<Key: Hashable & Sendable, Value: Sendable> {
    private enum State {
        case reading(waiting: [CheckedContinuation<Result<Value, any Error>?, Never>])
        case known(Value, until: ContinuousClock.Instant)
    }

    /// Values that are kept; beyond it all that nobody waits for are forgotten.
    private let limit: Int
    private let lifetime: Duration
    private var states: [Key: State] = [:]

    init(limit: Int, lifetime: Duration) {
        self.limit = limit
        self.lifetime = lifetime
    }

    /// - Parameters:
    ///   - now: a clock that nobody sets.
    ///   - read: done by one of those who ask; its error is everybody's.
    func value(
        of key: Key, now: @Sendable () -> ContinuousClock.Instant, read: @Sendable () async throws -> Value
    ) async throws -> Value {
        while true {
            switch states[key] {
            case .known(let value, let until) where now() < until: return value
            case .reading(let waiting):
                let answer = await withCheckedContinuation { continuation in
                    states[key] = .reading(waiting: waiting + [continuation])
                }
                // Nil where the one who read was cancelled: somebody else does then.
                if let answer { return try answer.get() }
            case .known, nil: return try await lead(key, now: now, read: read)
            }
        }
    }

    private func lead(
        _ key: Key, now: @Sendable () -> ContinuousClock.Instant, read: @Sendable () async throws -> Value
    ) async throws -> Value {
        states[key] = .reading(waiting: [])
        do {
            let value = try await read()
            forgetSome()
            finish(key, as: .known(value, until: now() + lifetime), .success(value))
            return value
        } catch {
            finish(key, as: nil, error is CancellationError ? nil : .failure(error))
            throw error
        }
    }

    private func finish(_ key: Key, as state: State?, _ answer: Result<Value, any Error>?) {
        guard case .reading(let waiting) = states[key] else { preconditionFailure("whoever reads finishes once") }
        states[key] = state
        for continuation in waiting { continuation.resume(returning: answer) }
    }

    private func forgetSome() {
        guard states.count > limit else { return }
        states = states.filter { if case .reading = $0.value { true } else { false } }
    }
}
