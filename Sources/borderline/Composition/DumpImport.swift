import Dumps
import Rankings
import Storage

/// Reads a dump into the store.
struct DumpImport: Sendable {
    /// What was added.
    struct Report: Sendable {
        let boards: Int
        let slots: Int
    }

    /// Slots that are read while those before are written.
    private static let slotsAtOnce = 720

    let store: Store
    let reader: DumpReader

    /// Adds what the store has not got. An import that was interrupted goes on where it stopped.
    func run() async throws -> Report {
        let event = reader.event
        let known = Set(try await store.boards().map(\.board.id))
        // What a live store knows of an event is newer than any dump.
        if !event.boards.allSatisfy({ known.contains($0.id) }) { try await store.register([event]) }
        var progress = Progress(label: "boards imported", total: event.boards.count)
        var slots = 0
        for board in event.boards {
            slots += try await add(board.id)
            if reader.settled.contains(board.id) { try await store.settle(board.id) }
            progress.step()
        }
        try await reader.finish()
        return Report(boards: event.boards.count, slots: slots)
    }

    private func add(_ board: BoardID) async throws -> Int {
        var records = try await RecordImport(into: store, board: board)
        var next = try await reader.records(of: board, limit: Self.slotsAtOnce)
        while !next.isEmpty {
            try Task.checkCancellation()
            let current = next
            async let following = reader.records(of: board, limit: Self.slotsAtOnce)
            try await records.add(current)
            next = try await following
        }
        try await records.finish()
        try await store.importForecasts(try await reader.forecasts(of: board), of: board)
        return records.added
    }
}
