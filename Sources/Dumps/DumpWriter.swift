import Glibc
package import Rankings
import SerialExecution
import Synchronization

/// Writes one dump: board by board, minute by minute, in flat memory. It appears whole under its name or not at all.
package actor DumpWriter {
    private static let counter = Atomic<UInt64>(0)

    private let event: Event
    private let terms: DumpTerms
    /// The folder of the event's dumps.
    private let folder: String
    /// Hidden, so that no server shows it; what a dead process left is removed by the site's repair, by this ending.
    private let temporary: String
    private let tables: DumpTables
    private var knownIssues: [DataPackage.KnownIssue] = []
    private var through: Slot?
    private var settledBoards = 0
    private var boards = 0
    private let executor = QueueExecutor(label: "borderline.dump")

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// - Parameters:
    ///   - event: its boards are written in their order.
    ///   - dumps: the folder of all dumps, `dumps` of the site.
    package init(_ event: Event, in dumps: String, terms: DumpTerms) throws(DumpError) {
        self.event = event
        self.terms = terms
        folder = "\(dumps)/\(event.id)"
        let number = Self.counter.add(1, ordering: .relaxed).newValue
        temporary = "\(folder)/.new.\(getpid()).\(number).part"
        try Folder.make(temporary)
        tables = try DumpTables(in: temporary)
    }

    /// Begins the next board.
    package func begin(_ board: Board, isSettled: Bool) throws(DumpError) {
        boards += 1
        if isSettled { settledBoards += 1 }
        try tables.begin(board, isSettled: isSettled)
    }

    /// Adds slots of the board that was begun, oldest first.
    package func add(_ records: [SlotRecord]) throws(DumpError) {
        for record in records { try tables.add(record) }
        if let last = records.last?.slot { through = max(through ?? last, last) }
    }

    /// Adds forecasts of the board that was begun, oldest first.
    package func add(_ forecasts: [BoardForecast]) throws(DumpError) {
        for forecast in forecasts { try tables.add(forecast) }
    }

    /// Ends the board.
    ///
    /// - Parameter gaps: what was not seen of it.
    package func end(_ board: BoardID, gaps: [SlotGap]) {
        knownIssues += gaps.map { gap in
            DataPackage.KnownIssue(
                board: board.name, from: gap.first.description, to: gap.last.description, slots: gap.slots,
                outcome: gap.outcome.rawValue, reason: gap.reason)
        }
    }

    /// Completes the dump and gives it its name.
    ///
    /// - Parameter expander: the script `expand.py`.
    /// - Returns: the name; one that was there already has the same bytes and stays.
    package func finish(expander: [UInt8]) throws -> DumpName {
        let isComplete = settledBoards == boards && boards > 0
        let facts = try tables.finish()
        var hashes = Dictionary(uniqueKeysWithValues: facts.map { ($0.file, $1.sha256) })
        hashes[DumpFiles.expander] = try write(expander, to: DumpFiles.expander)
        let package = package(facts, isComplete: isComplete)
        hashes[DataPackage.file] = try write(try package.encoded(), to: DataPackage.file)
        let hash = try write(Checksums.text(hashes), to: Checksums.file)
        try Folder.synchronize(temporary)
        let name = DumpName(through: through, isComplete: isComplete, hash: hash)
        if try Folder.move(temporary, to: "\(folder)/\(name)") {
            try Folder.synchronize(folder)
        } else {
            try Folder.remove(temporary)
        }
        return name
    }

    /// Removes what was written of a dump that is not completed.
    package func discard() throws(DumpError) { try Folder.remove(temporary) }

    private func write(_ bytes: [UInt8], to name: String) throws(DumpError) -> String {
        let file = try FileOutput("\(temporary)/\(name)")
        try file.write(bytes)
        return try file.finish()
    }

    private func package(_ facts: [(DumpTable, TableWriter.Facts)], isComplete: Bool) -> DataPackage {
        let times = event.times
        return DataPackage(
            name: event.id.rawValue, title: event.name, description: DumpFiles.description, homepage: terms.homepage,
            licenses: terms.licence.map { [$0] },
            event: DataPackage.EventFacts(
                id: event.id.rawValue, game: event.game.rawValue, upstreamID: event.upstreamID, kind: event.kind,
                startsAt: times.starts.description, endsAt: times.ends.description,
                announcesAt: times.announces.description, closesAt: times.closes.description),
            through: through?.description, isComplete: isComplete, observations: tables.observations,
            knownIssues: knownIssues,
            resources: facts.map { table, facts in
                DataPackage.Resource(
                    name: table.rawValue, title: table.title, path: table.file, schema: table.schema, rows: facts.rows,
                    fields: table.columns.count, bytes: facts.bytes, hash: "sha256:\(facts.sha256)")
            })
    }
}
