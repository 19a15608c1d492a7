import Logging
import Pipeline
import Rankings
import Settings
import Storage
import Telemetry

/// Removes the players of events that closed longer ago than their game keeps them. Live events are never touched.
struct PruneJob: Sendable {
    /// One event, and what removing its players gave back.
    struct Pruned: Sendable {
        let event: PrunableEvent
        let rows: PrunedRows
        /// Published files that went.
        let files: Int
    }

    /// What was done.
    struct Report: Sendable {
        var events: [Pruned] = []
        var total = PrunedRows()
    }

    /// How long rows of runs are kept: long enough to see what became of last month's.
    static let runsKept = Duration.hours(24 * 42)

    let parts: Composition

    /// Events whose players need not be kept any longer, those of one game after those of another.
    func due() async throws -> [PrunableEvent] {
        var events: [PrunableEvent] = []
        for game in parts.workplace.configuration.games {
            guard let kept = game.keepPlayers else { continue }
            events += try await parts.store.prunableEvents(of: game.id, closedBy: parts.time.now() - kept)
        }
        return events
    }

    /// One event after the other; an interruption leaves the rest, and the one under way, to the next time.
    func run() async throws -> Report {
        var report = Report()
        for event in try await due() {
            let pruned = try await prune(event)
            report.events.append(pruned)
            report.total.add(pruned.rows)
        }
        report.total.add(try await parts.store.removeReleased())
        let runs = try await parts.store.removeRuns(before: parts.time.now() - Self.runsKept)
        if runs > 0 { parts.workplace.logger.info("old runs removed", metadata: .keyed([.rows: "\(runs)"])) }
        return report
    }

    /// The series go last: until then the event counts as due.
    private func prune(_ event: PrunableEvent) async throws -> Pruned {
        var rows = PrunedRows()
        for board in event.boards {
            rows.deltaBytes += try await parts.store.beginPruning(board, now: parts.time.now())
        }
        let files = try await parts.pipeline.removePlayers(of: event.event)
        _ = try await DumpJob(parts).run(.dumped(among: [event.event]), keepsPrevious: false)
        for board in event.boards { rows.changes += try await parts.store.finishPruning(board) }
        parts.workplace.logger.info(
            "players removed",
            metadata: .keyed([
                .event: "\(event.event)", .rows: "\(rows.changes)", .bytes: "\(rows.deltaBytes)", .count: "\(files)",
            ]))
        return Pruned(event: event, rows: rows, files: files)
    }
}
