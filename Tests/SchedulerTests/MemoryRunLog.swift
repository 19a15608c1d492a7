import Rankings
import Synchronization

@testable import Scheduler

/// A log of runs in memory, with the rules of the real one.
final class MemoryRunLog: RunLog {
    struct Down: Error {}

    private struct State {
        var claimed: [String: Set<Instant>] = [:]
        var ended: [(job: String, outcome: RunOutcome, attempts: Int)] = []
    }

    private let newest: Instant?
    private let doneElsewhere: Set<Instant>
    private let time: (any TimeSource)?
    private let down: Range<Instant>?
    private let state = Mutex(State())

    /// - Parameters:
    ///   - doneElsewhere: runs that another process did.
    ///   - down: when it does not answer, by the clock `time`.
    init(
        newest: Instant? = nil, doneElsewhere: Set<Instant> = [], time: (any TimeSource)? = nil,
        down: Range<Instant>? = nil
    ) {
        self.newest = newest
        self.doneElsewhere = doneElsewhere
        self.time = time
        self.down = down
    }

    func outcomes(of job: String) -> [RunOutcome] {
        state.withLock { $0.ended.filter { $0.job == job }.map(\.outcome) }
    }
    func attempts(of job: String) -> [Int] { state.withLock { $0.ended.filter { $0.job == job }.map(\.attempts) } }

    private func requireAnswer() throws {
        if let time, let down, down.contains(time.now()) { throw Down() }
    }

    func newestPlanned(of job: String) async throws -> Instant? { newest }

    func claim(_ job: String, planned: Instant, isShared: Bool, now: Instant) async throws -> RunClaim {
        try requireAnswer()
        let isFirst = state.withLock { $0.claimed[job, default: []].insert(planned).inserted }
        guard isFirst, !doneElsewhere.contains(planned) else { return .done }
        return .won(
            RunTicket(
                number: 1, owner: Array(repeating: 7, count: 16), job: job, planned: planned, started: now, epoch: 1))
    }

    func renew(_ ticket: RunTicket) async throws -> Bool { true }

    func finish(_ ticket: RunTicket, with result: RunResult, attempts: Int, now: Instant) async throws {
        try requireAnswer()
        state.withLock { $0.ended.append((ticket.job, result.outcome, attempts)) }
    }
}
