import Rankings
import Scheduler
import Storage

/// Claims runs in the store, where all processes of a database meet.
struct StoredRuns: RunLog {
    let store: Store
    /// This process, in runs that each does for itself.
    private let process = ClaimOwner()

    init(store: Store) { self.store = store }

    func newestPlanned(of job: String) async throws -> Instant? { try await store.newestPlannedRun(of: job) }

    func claim(_ job: String, planned: Instant, isShared: Bool, now: Instant) async throws -> RunClaim {
        let owner = ClaimOwner()
        let answer = try await store.claimRun(
            of: job, planned: planned, process: isShared ? process : nil, owner: owner, lease: RunLimits.lease, now: now
        )
        switch answer {
        case .won(let run):
            return .won(
                RunTicket(
                    number: run.number, owner: owner.bytes, job: job, planned: planned, started: now, epoch: run.epoch))
        case .held: return .held
        case .done: return .done
        }
    }

    func renew(_ ticket: RunTicket) async throws -> Bool {
        try await store.renewRun(ClaimedRun(ticket), lease: RunLimits.lease)
    }

    func finish(_ ticket: RunTicket, with result: RunResult, attempts: Int, now: Instant) async throws {
        _ = try await store.finishRun(
            ClaimedRun(ticket), as: result.outcome, attempts: attempts, detail: result.detail, now: now)
    }
}

extension ClaimedRun {
    fileprivate init(_ ticket: RunTicket) {
        self.init(number: ticket.number, owner: ClaimOwner(bytes: ticket.owner), epoch: ticket.epoch)
    }
}
