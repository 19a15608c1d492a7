import Foundation
import MariaDB
import Rankings
import Storage
import TestSupport

@testable import Dumps

/// A store on a schema of its own, and what leads from it to dumps and back.
struct DumpFixture {
    static let starts = Instant(unixSeconds: 1_743_314_400)
    static let firstSlot = Slot(containing: starts)
    /// Two boards of two hours.
    static let event: Event = {
        let id = EventID(rawValue: "sim-1")
        let times = EventTimes(
            starts: starts, ends: starts + .hours(2), announces: starts + .minutes(130), closes: starts + .hours(5))
        return Event(
            id: id, game: GameID(rawValue: "sim"), upstreamID: "1", name: "An “event”, 名", kind: "marathon",
            times: times,
            boards: [
                Board(id: BoardID(event: id, name: "main"), title: "Whole event", times: times),
                Board(
                    id: BoardID(event: id, name: "chapter-1"), title: "Chapter, \"one\"", times: times,
                    rules: BoardRules(isMonotone: false, scale: 100)),
            ])
    }()

    let store: Store
    let pool: Pool

    static func run<Value: Sendable>(
        key: UInt8 = 0, _ body: @Sendable (DumpFixture) async throws -> Value
    ) async throws -> Value {
        try await TestDatabase.withSchema { pool, _ in
            let store = Store(pool: pool, pseudonyms: PseudonymKey(secret: Array(repeating: key, count: 32)))
            try await store.migrate()
            return try await body(DumpFixture(store: store, pool: pool))
        }
    }

    /// Writes a dump into the folder.
    func write(to folder: TemporaryFolder, of event: EventID = DumpFixture.event.id) async throws -> DumpName {
        let boards = try await store.boards().filter { $0.event.id == event }
        let writer = try DumpWriter(
            boards[0].event, in: folder.path,
            terms: DumpTerms(licence: DumpLicence(name: "CC-BY-4.0", path: "https://l.example/"), homepage: nil))
        for stored in boards {
            let board = stored.board.id
            try await writer.begin(stored.board, isSettled: stored.isSettled)
            guard let newest = try await store.newestEdition(of: board)?.slot else { continue }
            try await store.forEachRecord(of: board, through: newest) { records in try await writer.add(records) }
            try await writer.add(try await store.forecasts(of: board, through: newest))
            let outcomes = try await store.outcomes(of: board, after: Slot(unixMinute: 0), through: newest)
            await writer.end(board, gaps: SlotGap.gaps(in: outcomes))
        }
        return try await writer.finish(expander: try Self.expander())
    }

    /// Adds a dump to the store as `borderline history import` does.
    ///
    /// - Parameter limit: stops after so many slots of each board, as if interrupted.
    @discardableResult
    func read(_ folder: String, limit: Int = .max) async throws -> Int {
        let reader = try await DumpReader.open(folder)
        try await store.register([reader.event])
        var added = 0
        for board in reader.event.boards {
            var records = try await RecordImport(into: store, board: board.id)
            var count = 0
            while true {
                let next = try await reader.records(of: board.id, limit: 50)
                if next.isEmpty { break }
                if count < limit { try await records.add(Array(next.prefix(limit - count))) }
                count += next.count
            }
            try await records.finish()
            added += records.added
            try await store.importForecasts(try await reader.forecasts(of: board.id), of: board.id)
            if reader.settled.contains(board.id) { try await store.settle(board.id) }
        }
        try await reader.finish()
        return added
    }

    /// Records a random history of both boards: ties, players listed twice, leavers and returners, renamings, missing
    /// and partial slots, names of any kind, scores up to the largest, a final result and forecasts.
    func fill(seed: UInt64, minutes: Int = 150) async throws {
        var random = SplitMix(state: seed)
        try await store.register([Self.event])
        for board in Self.event.boards {
            var history = RandomHistory(board: board.id)
            for minute in 0..<minutes { try await record(&history, minute: minute, random: &random) }
        }
    }

    func record(
        _ history: inout RandomHistory, minute: Int, random: inout SplitMix
    ) async throws {
        let slot = Self.firstSlot + minute
        let board = history.board
        let claims = try await store.claim([board], slot: slot, owner: ClaimOwner(), lease: .seconds(60))
        guard let claim = claims.first else { return }
        guard let reading = history.reading(at: slot, random: &random) else {
            try await store.conclude(
                claim, as: SlotOutcome(slot: slot, outcome: .missed, reason: "no \"answer\",\nat all"))
            return
        }
        let isRefused = Int.random(in: 0..<20, using: &random) == 0
        _ = try await store.record(
            reading, claim: claim, reason: reading.entries == nil ? "a part failed" : nil,
            latency: .milliseconds(Int64.random(in: 0...9000, using: &random))
        ) { _ in isRefused ? "refused for once" : nil }
        if minute % 15 == 0 { try await store.save(history.forecast(at: slot, random: &random), document: "") }
    }

    static func expander() throws -> [UInt8] { [UInt8](try Data(contentsOf: repository("Templates/expand.py"))) }

    private static func repository(_ path: String) -> URL {
        URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(path)
    }
}

extension DumpFixture {
    /// Goes on with other readings.
    func fillMore(seed: UInt64, from first: Int, to last: Int) async throws {
        var random = SplitMix(state: seed)
        for board in Self.event.boards {
            var history = RandomHistory(board: board.id)
            for minute in first..<last { try await record(&history, minute: minute, random: &random) }
        }
    }

    /// Records a reading with one player.
    func show(_ player: String, on board: BoardID, minute: Int) async throws {
        let slot = Self.firstSlot + minute
        let claims = try await store.claim([board], slot: slot, owner: ClaimOwner(), lease: .seconds(60))
        let reading = Reading(
            board: board, slot: slot, seenAt: slot.start,
            entries: [Entry(rank: 1, player: PlayerID(player), name: "x", score: 3)], borders: [], isFinal: false)
        _ = try await store.record(reading, claim: claims[0])
    }
}
