import Logging
import Publisher
package import Rankings
import Storage
import Telemetry

extension Pipeline {
    /// Everything one minute asks for: lists of events, readings, forecasts and editions of every board that is open,
    /// then the front page and the manifest. A board that fails holds no other back.
    package func tick(at slot: Slot) async throws -> TickReport {
        var report = try await eachListedEvent(at: slot) { try await minute(of: $0, at: slot, effort: $1) }
        do {
            try await publishSite(at: slot)
        } catch let error as CancellationError {
            throw error
        } catch {
            report.failed += 1
            logger.error("front page not published", metadata: .keyed([.slot: "\(slot)", .reason: "\(error)"]))
        }
        return report
    }

    /// Crawls and records, without forecasts and editions.
    package func crawl(at slot: Slot) async throws -> TickReport {
        try await eachListedEvent(at: slot) { boards, _ in
            try await closeGaps(of: boards, before: slot)
            return try await readings(of: boards, at: slot).report
        }
    }

    /// What is done with an event's boards, and with what effort the minute can afford to compress their roots.
    typealias EventWork = @Sendable ([StoredBoard], OutputFile.Effort) async throws -> TickReport

    /// Runs over the open boards while lists of events are read, and then over those that the lists have brought: a
    /// list that does not come, up to the limit, holds no known board back.
    private func eachListedEvent(at slot: Slot, _ work: @escaping EventWork) async throws -> TickReport {
        async let reading = persisting(at: slot, for: limits.crawl) { try await eventLists(at: slot) }
        let known = try await openEvents(at: slot)
        var report = try await each(known, at: slot, work)
        let lists = try await reading
        if lists.isEmpty { return report }
        report.unlistedGames = try await persisting(at: slot, for: limits.crawl) {
            try await register(lists, at: slot)
        }
        let done = Set(known.joined().map(\.board.id))
        report.add(try await each(try await openEvents(at: slot, except: done), at: slot, work))
        return report
    }

    /// The open boards by event.
    private func openEvents(at slot: Slot, except done: Set<BoardID> = []) async throws -> [[StoredBoard]] {
        let boards = try await persisting(at: slot, for: limits.crawl) { try await store.openBoards(at: slot.start) }
        return Dictionary(grouping: boards.filter { !done.contains($0.board.id) }, by: \.event.id)
            .sorted { $0.key < $1.key }.map(\.value)
    }

    /// Runs over the open boards, event by event, some at once: each with a place.
    func eachEvent(at slot: Slot, _ work: @escaping EventWork) async throws -> TickReport {
        try await each(try await openEvents(at: slot), at: slot, work)
    }

    private func each(
        _ events: [[StoredBoard]], at slot: Slot, _ work: @escaping EventWork
    ) async throws -> TickReport {
        let effort = OutputFile.Effort.forRoots(ofBoards: events.reduce(0) { $0 + $1.count })
        return try await withThrowingTaskGroup(of: TickReport.self) { group in
            var report = TickReport()
            for (index, boards) in events.enumerated() {
                if index >= max(Limits.eventsUnderWay, limits.eventsAtOnce), let done = try await group.next() {
                    report.add(done)
                }
                group.addTask {
                    try await places.with { try await contained(boards, at: slot) { try await work($0, effort) } }
                }
            }
            for try await done in group { report.add(done) }
            return report
        }
    }

    /// One event's failure is logged here and ends no other's minute.
    private func contained(
        _ boards: [StoredBoard], at slot: Slot, _ work: @Sendable ([StoredBoard]) async throws -> TickReport
    ) async throws -> TickReport {
        do {
            return try await persisting(at: slot, for: limits.crawl) { try await work(boards) }
        } catch let error as CancellationError {
            throw error
        } catch {
            logger.error(
                "event failed", metadata: .keyed([.event: "\(boards[0].event.id)", .reason: "\(error)"]))
            var report = TickReport()
            report.failed = boards.count
            return report
        }
    }

    /// One event's minute: gaps, readings, then each board's forecast and edition.
    private func minute(
        of boards: [StoredBoard], at slot: Slot, effort: OutputFile.Effort
    ) async throws -> TickReport {
        try await closeGaps(of: boards, before: slot)
        let readings = try await readings(of: boards, at: slot)
        var report = readings.report
        for stored in boards {
            do {
                if readings.concluded.contains(stored.board.id), try await forecastIfDue(stored, at: slot) {
                    report.forecasts += 1
                }
                if try await publishIfNew(stored, effort: effort) { report.editions += 1 }
                try await settleIfOver(stored, at: slot)
            } catch let error as CancellationError {
                throw error
            } catch {
                report.failed += 1
                logger.error("board failed", metadata: .keyed([.board: "\(stored.board.id)", .reason: "\(error)"]))
            }
        }
        return report
    }

    /// Gives every planned slot since the last one its outcome. Why nobody read it, as no process ran, the database was
    /// away or the clock was set forward, is not known any more.
    func closeGaps(of boards: [StoredBoard], before slot: Slot) async throws {
        for stored in boards {
            guard let newest = try await store.newestSlot(of: stored.board.id), newest < slot else { continue }
            let gap = season(of: stored.event).planned(from: newest + 1, through: slot - 1, for: stored.board.times)
            let closed = try await store.markMissed(
                gap, of: stored.board.id, newest: newest, reason: "no process read it in its minute")
            if closed > 0 {
                metrics.add(
                    Double(closed), to: .slots, stored.event.game.rawValue, Outcome.missed.rawValue)
                logger.warning(
                    "slots missed",
                    metadata: .keyed([.board: "\(stored.board.id)", .count: "\(closed)", .slot: "\(slot)"]))
            }
        }
    }

    /// A board that nothing is planned for any more, and whose last edition is out, is not looked at again.
    func settleIfOver(_ stored: StoredBoard, at slot: Slot) async throws {
        guard stored.board.times.closes < slot.start,
            season(of: stored.event).nextPlanned(after: slot - 1, for: stored.board.times) == nil
        else { return }
        try await scoreForecasts(of: stored)
        try await store.settle(stored.board.id)
    }
}
