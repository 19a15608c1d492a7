import Crawler
import Logging
import Rankings
import Storage
import Telemetry

extension Pipeline {
    struct Readings: Sendable {
        var report = TickReport()
        /// Boards whose slot got its outcome here.
        var concluded: Set<BoardID> = []
    }

    /// Claims a slot of an event's boards, asks the upstream once for all of them, and records what came. Boards that
    /// another process reads are taken over if it dies before it is done.
    func readings(of boards: [StoredBoard], at slot: Slot) async throws -> Readings {
        var readings = Readings()
        guard let source = boards.first.flatMap({ self.source(of: $0.event) }) else { return readings }
        var waiting = boards.filter { source.season.isPlanned(slot, for: $0.board.times) }
        while !waiting.isEmpty {
            let claims = try await store.claim(
                waiting.map(\.board.id), slot: slot, owner: ClaimOwner(), lease: Limits.lease)
            if !claims.isEmpty {
                let planned = waiting
                let more = try await keeping(claims) {
                    try await read(claims, of: planned, from: source, at: slot)
                }
                readings.report.add(more.report)
                readings.concluded.formUnion(more.concluded)
                let claimed = Set(claims.map(\.board))
                waiting.removeAll { claimed.contains($0.board.id) }
            }
            guard !waiting.isEmpty, try await waitsForOwner(of: waiting, at: slot) else { break }
        }
        readings.report.claimedElsewhere += waiting.count
        return readings
    }

    private func read(
        _ claims: [Claim], of planned: [StoredBoard], from source: GameSource, at slot: Slot
    ) async throws -> Readings {
        var readings = Readings()
        logger.debug("slots claimed", metadata: .keyed([.slot: "\(slot)", .count: "\(claims.count)"]))
        let takenOver = claims.count(where: \.isTakenOver)
        if takenOver > 0 {
            metrics.add(Double(takenOver), to: .claimsTakenOver, source.id.rawValue)
            logger.notice("slots taken over", metadata: .keyed([.slot: "\(slot)", .count: "\(takenOver)"]))
        }
        // An upstream that hangs takes no place from the others.
        let answers = try await places.without {
            try await source.crawl.answers(for: planned[0].event, at: slot, within: timeLeft(at: slot))
        }
        let seenAt = time.now()
        for claim in claims {
            guard let stored = planned.first(where: { $0.board.id == claim.board }) else { continue }
            let phase = source.season.phase(of: stored.board.times, at: slot.start)
            let assembly = ReadingAssembly(
                answers: answers, board: claim.board, slot: slot, seenAt: seenAt,
                isFinal: phase == .announced || phase == .closed)
            do {
                let outcome = try await recording(claim) {
                    try await conclude(claim, of: stored, with: assembly, seenAt: seenAt)
                }
                readings.report.outcomes[outcome.outcome, default: 0] += 1
                metrics.add(to: .slots, source.id.rawValue, outcome.outcome.rawValue)
                if let latency = outcome.latency { metrics.observe(latency, as: .crawlSeconds, source.id.rawValue) }
                readings.concluded.insert(claim.board)
                log(outcome, of: claim.board)
                if outcome.outcome == .refused || answers.hasMalformed(showing: claim.board) {
                    await keepBodies(of: answers, showing: claim, from: source)
                }
            } catch let error as CancellationError {
                throw error
            } catch StorageError.fenced {
                readings.report.claimedElsewhere += 1
                logger.warning(
                    "claim lost to another process", metadata: .keyed([.board: "\(claim.board)", .slot: "\(slot)"]))
            } catch {
                readings.report.failed += 1
                logger.error("reading not recorded", metadata: .keyed([.board: "\(claim.board)", .reason: "\(error)"]))
            }
        }
        return readings
    }

    private func conclude(
        _ claim: Claim, of stored: StoredBoard, with assembly: ReadingAssembly, seenAt: Instant
    ) async throws -> SlotOutcome {
        let latency = seenAt - claim.slot.start
        switch assembly {
        case .missed(let reason):
            let outcome = SlotOutcome(slot: claim.slot, outcome: .missed, reason: reason)
            try await store.conclude(claim, as: outcome)
            return outcome
        case .reading(let reading, let reason):
            let pseudonym = { @Sendable (player: PlayerID) in store.pseudonym(of: player, in: stored.event.game) }
            let correction = try await correction(by: reading, of: stored, pseudonym: pseudonym)
            let running = reading.isFinal ? try await lastRunning(of: stored.board) : nil
            let reasons = [reason, correction].compactMap { $0 }.joined(separator: "; ")
            return try await store.record(
                reading, claim: claim, reason: reasons.isEmpty ? nil : reasons, latency: latency,
                believeAfter: acceptance.believeAfter
            ) { standing in
                acceptance.refusal(
                    of: reading, on: stored.board, after: standing, running: running, pseudonym: pseudonym)
            }
        }
    }

    /// What the reading corrects in an announced result; nil where the board still runs.
    private func correction(
        by reading: Reading, of stored: StoredBoard, pseudonym: (PlayerID) -> Pseudonym
    ) async throws -> String? {
        guard reading.isFinal else { return nil }
        let standing = try await store.standing(of: reading.board, at: reading.slot)
        return acceptance.correction(by: reading, of: standing, pseudonym: pseudonym)
    }

    /// The last standing before scoring ended.
    private func lastRunning(of board: Board) async throws -> Standing {
        try await store.standing(of: board.id, at: Slot(containing: board.times.ends) - 1)
    }

    /// For inspection; where that fails the slot is none the worse.
    private func keepBodies(of answers: CrawledAnswers, showing claim: Claim, from source: GameSource) async {
        guard let refusedBodies else { return }
        do {
            let secrets = await source.crawl.secrets
            for (parts, body) in answers.bodies(showing: claim.board) {
                try await refusedBodies.keep(
                    body, parts: parts, of: claim.board, at: claim.slot, removing: secrets)
            }
        } catch {
            logger.warning(
                "refused body not kept", metadata: .keyed([.board: "\(claim.board)", .reason: "\(error)"]))
        }
    }

    private func log(_ outcome: SlotOutcome, of board: BoardID) {
        let level: Logger.Level =
            switch outcome.outcome {
            case .changed, .unchanged: .debug
            case .partial, .refused, .missed: .warning
            }
        logger.log(
            level: level, "slot concluded",
            metadata: .keyed([
                .board: "\(board)", .slot: "\(outcome.slot)", .outcome: "\(outcome.outcome.rawValue)",
                .reason: "\(outcome.reason ?? "none")",
                .latencyMilliseconds: "\(outcome.latency.map { "\($0.wholeMilliseconds)" } ?? "none")",
            ]))
    }
}
