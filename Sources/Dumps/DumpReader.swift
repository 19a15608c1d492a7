package import Rankings
import SerialExecution

/// Reads a dump back, board by board and minute by minute, in flat memory.
package actor DumpReader {
    package nonisolated let folder: String
    /// With its boards in their order.
    package nonisolated let event: Event
    /// The boards that nothing comes to any more.
    package nonisolated let settled: Set<BoardID>

    private var slots: SlotRows
    private var forecastRows: ForecastRows
    private let executor = QueueExecutor(label: "borderline.dump")

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Whether the folder is meant to be a dump: it says so itself.
    package static func isDump(_ folder: String) throws -> Bool {
        try Folder.names(in: folder).contains(DataPackage.file)
    }

    /// Opens a dump. Every file is read and compared with the checksums before anything of it is believed.
    ///
    /// - Throws: `DumpError`, naming the file that is missing, damaged or of another format.
    package static func open(_ folder: String) async throws -> DumpReader {
        let opened = try await Opening().read(folder)
        return try DumpReader(folder, opened)
    }

    /// What is known of a dump before its minutes are read.
    private struct Opened: Sendable {
        let event: Event
        let settled: Set<BoardID>
        let players: [DumpedPlayer]
    }

    /// Checks and reads on a queue of its own: a dump may have many megabytes.
    private actor Opening {
        private let executor = QueueExecutor(label: "borderline.dump.opening")
        nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

        func read(_ folder: String) throws(DumpError) -> Opened {
            let required = DumpTable.allCases.map(\.file) + [DataPackage.file]
            try Checksums.verify(folder, required: required)
            let package = try DataPackage(in: folder)
            let event = try DumpedEvent(package, in: folder)
            return Opened(event: event.event, settled: event.settled, players: try DumpedPlayer.all(in: folder))
        }
    }

    private init(_ folder: String, _ opened: Opened) throws(DumpError) {
        self.folder = folder
        event = opened.event
        settled = opened.settled
        slots = try SlotRows(in: folder, players: opened.players)
        forecastRows = try ForecastRows(in: folder)
    }

    /// The next slots of a board, oldest first; empty at its end. Boards are read in their order, each to its end.
    package func records(of board: BoardID, limit: Int) throws(DumpError) -> [SlotRecord] {
        var records: [SlotRecord] = []
        while records.count < limit, let record = try slots.next(of: board) { records.append(record) }
        return records
    }

    /// The forecasts of a board, oldest first. Boards are read in their order.
    package func forecasts(of board: BoardID) throws(DumpError) -> [BoardForecast] {
        var forecasts: [BoardForecast] = []
        while let forecast = try forecastRows.next(of: board) { forecasts.append(forecast) }
        return forecasts
    }

    /// Called after the last board.
    ///
    /// - Throws: where a table has rows of no board or minute that is known.
    package func finish() throws(DumpError) {
        try slots.finish()
        try forecastRows.finish()
    }
}
