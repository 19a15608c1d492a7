import Synchronization

/// What callers leave for the loop, and whether it still takes any.
///
/// Every transfer is registered first, then submitted, then concluded; a cancellation may come at any point between.
final class Mailbox: Sendable {
    /// What the loop finds when it looks.
    struct Orders {
        var arrivals: [Submission] = []
        var cancellations: [Submission.ID] = []
        var isClosing = false
    }

    private enum Stage {
        case registered
        case cancelledBeforeSubmission
        case submitted
    }

    private struct State {
        var orders = Orders()
        var stages: [Submission.ID: Stage] = [:]
        var nextID: Submission.ID = 0
        var waker: Waker?
        var hasEnded = false
        var closers: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())
    private let inFlightLimit: Int

    /// - Parameter inFlightLimit: the most transfers registered at a time.
    init(inFlightLimit: Int) {
        self.inFlightLimit = inFlightLimit
    }

    // MARK: Callers

    /// Reserves an id that `submit`, `cancel` and `conclude` know.
    func register() -> Result<Submission.ID, MailboxRefusal> {
        state.withLock { state in
            if state.orders.isClosing { return .failure(.closed) }
            if state.stages.count >= inFlightLimit { return .failure(.full) }
            let id = state.nextID
            state.nextID += 1
            state.stages[id] = .registered
            return .success(id)
        }
    }

    /// Hands the transfer to the loop, or ends it here where it was cancelled or the client closed meanwhile.
    func submit(_ submission: Submission) {
        enum Verdict { case accepted, cancelled, closed }
        let verdict: Verdict = state.withLock { state in
            let wasCancelled = state.stages[submission.id] == .cancelledBeforeSubmission
            if wasCancelled || state.orders.isClosing {
                state.stages[submission.id] = nil
                return wasCancelled ? .cancelled : .closed
            }
            state.stages[submission.id] = .submitted
            state.orders.arrivals.append(submission)
            state.waker?.wake()
            return .accepted
        }
        switch verdict {
        case .accepted: break
        case .cancelled: submission.continuation.resume(throwing: CancellationError())
        case .closed: submission.fail(.closed)
        }
    }

    /// Asks for the transfer's end; nothing happens where it has ended.
    func cancel(_ id: Submission.ID) {
        state.withLock { state in
            switch state.stages[id] {
            case .registered:
                state.stages[id] = .cancelledBeforeSubmission
            case .submitted:
                state.orders.cancellations.append(id)
                state.waker?.wake()
            case .cancelledBeforeSubmission, nil:
                break
            }
        }
    }

    /// Asks the loop to end.
    func close() {
        state.withLock { state in
            state.orders.isClosing = true
            state.waker?.wake()
        }
    }

    /// Returns once the loop has ended.
    func waitForEnd() async {
        await withCheckedContinuation { continuation in
            let hasEnded = state.withLock { state in
                if !state.hasEnded { state.closers.append(continuation) }
                return state.hasEnded
            }
            if hasEnded { continuation.resume() }
        }
    }

    // MARK: The loop

    /// Sets what wakes the loop; nil before its multi handle is freed.
    func setWaker(_ waker: Waker?) {
        state.withLock { $0.waker = waker }
    }

    /// Takes what has come since the last call.
    func take() -> Orders {
        state.withLock { state in
            let orders = state.orders
            state.orders = Orders(isClosing: orders.isClosing)
            return orders
        }
    }

    /// Forgets a transfer whose caller has its answer.
    func conclude(_ id: Submission.ID) {
        state.withLock { $0.stages[id] = nil }
    }

    /// Releases everyone who waits for the end.
    func end() {
        let closers = state.withLock { state in
            state.hasEnded = true
            let closers = state.closers
            state.closers = []
            return closers
        }
        for closer in closers { closer.resume() }
    }
}
