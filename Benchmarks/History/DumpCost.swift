import Dumps
import Foundation
import MariaDB
import Rankings
import Recording
import Storage

/// What the dump of the simulated event takes, and how fast it, and the borders of the event in the format of
/// recordings, are imported into an empty store.
struct DumpCost {
    private static let aim = "  (aim: ≥ 200000)"

    let workshop: Workshop
    let store: Store
    let event: Event

    func run() async throws {
        let folder = "\(workshop.folder)/dumps"
        let began = ContinuousClock.now
        let name = try await write(to: folder)
        let summary = try await DumpCatalogue(folder: folder).summary(of: event.id)
        let took = rounded(seconds(since: began))
        report(
            "dump: \(rounded(Double(summary?.bytes ?? 0) / 1e6)) MB in \(took) s, \(summary?.observations ?? 0) "
                + "observations  (aim: ≤ 10 MB)")
        for file in summary?.files ?? [] { report("    \(file.name): \(file.bytes ?? 0) bytes") }
        try await readDump("\(folder)/\(event.id)/\(name)", observations: summary?.observations ?? 0)
        try await readRecording()
    }

    private func write(to folder: String) async throws -> DumpName {
        let board = event.boards[0]
        let writer = try DumpWriter(event, in: folder, terms: DumpTerms())
        try await writer.begin(board, isSettled: false)
        let last = Slot(containing: board.times.closes)
        try await store.forEachRecord(of: board.id, through: last) { records in try await writer.add(records) }
        return try await writer.finish(expander: [])
    }

    private func readDump(_ path: String, observations: Int) async throws {
        let target = try await workshop.store(schema: "imported")
        let began = ContinuousClock.now
        let reader = try await DumpReader.open(path)
        let opened = seconds(since: began)
        try await target.register([reader.event])
        let board = reader.event.boards[0].id
        var records = try await RecordImport(into: target, board: board)
        var next = try await reader.records(of: board, limit: 720)
        while !next.isEmpty {
            let current = next
            async let following = reader.records(of: board, limit: 720)
            try await records.add(current)
            next = try await following
        }
        try await records.finish()
        let rate = Int(Double(observations) / seconds(since: began))
        report("import of the dump: \(rate) observations/s, \(rounded(opened)) s of it checked first\(Self.aim)")
    }

    private func readRecording() async throws {
        let board = event.boards[0]
        var observations: [RecordedObservation] = []
        try await store.forEachRecord(of: board.id, through: Slot(containing: board.times.closes)) { records in
            for standing in records.compactMap(\.standing) {
                observations += standing.borders.map {
                    RecordedObservation(rank: $0.rank, at: standing.slot.unixSeconds, score: $0.score)
                }
            }
        }
        let recorded = RecordedBoard(
            game: event.game.rawValue, event: event.id.rawValue, kind: event.kind, board: "main",
            starts: board.times.starts, ends: board.times.ends, observations: observations)
        let archive = try RecordingArchive(boards: [recorded])
        let target = try await workshop.store(schema: "recorded")
        try await target.register([event])
        let began = ContinuousClock.now
        let read = try archive.boards()[0].observationsByMinute.map { observation in
            BorderObservation(
                slot: Slot(containing: Instant(unixSeconds: observation.at)), rank: observation.rank,
                score: observation.score)
        }
        let parsed = seconds(since: began)
        _ = try await target.importBorders(read, of: board.id)
        let rate = Int(Double(observations.count) / seconds(since: began))
        report(
            "import of recorded borders: \(rate) observations/s, of \(observations.count), \(rounded(parsed)) s of it "
                + "read\(Self.aim)")
    }

    private func seconds(since instant: ContinuousClock.Instant) -> Double {
        let duration = ContinuousClock.now - instant
        return Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
    }
}
