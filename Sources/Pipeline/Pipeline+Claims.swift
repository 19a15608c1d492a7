import Logging
import Rankings
import Storage
import Telemetry

extension Pipeline {
    /// Runs the work while its claims are kept from expiring. A claim that is lost all the same, to another process
    /// that took it over, shows when the work records what it found.
    func keeping<Value: Sendable>(
        _ claims: [Claim], _ work: () async throws -> Value
    ) async throws -> Value {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                while true {
                    // In real time, as the database's clock is by which claims expire.
                    try await Task.sleep(for: Limits.renewal)
                    await renew(claims)
                }
            }
            defer { group.cancelAll() }
            return try await work()
        }
    }

    private func renew(_ claims: [Claim]) async {
        do {
            try await store.renew(claims, lease: Limits.lease)
        } catch {
            logger.warning(
                "claims not renewed",
                metadata: .keyed([.slot: "\(claims.first.map { "\($0.slot)" } ?? "none")", .reason: "\(error)"]))
        }
    }

    /// Waits a moment where another process is reading boards, so that they can be taken over within the slot if it
    /// dies.
    ///
    /// - Returns: whether it is worth trying to claim them again.
    func waitsForOwner(of boards: [StoredBoard], at slot: Slot) async throws -> Bool {
        guard let watch = limits.watch, time.now() + watch < slot.start + limits.crawl,
            try await store.isBeingRead(boards.map(\.board.id), slot: slot)
        else { return false }
        logger.debug("slots read by another process", metadata: .keyed([.slot: "\(slot)", .count: "\(boards.count)"]))
        try await time.sleep(until: time.now() + watch)
        return true
    }

    /// How long a crawl may still take, in real time: until it gives up on the slot.
    func timeLeft(at slot: Slot) -> Duration {
        time.realTime(of: max(slot.start + limits.crawl - time.now(), Limits.leastCrawl))
    }
}
