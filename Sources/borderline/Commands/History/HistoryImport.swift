import ArgumentParser
import Dumps
import Foundation
import Rankings
import Recording
import Storage

struct HistoryImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Adds histories from files: a dump of Borderline, or borders that others recorded.",
        discussion: """
            A folder with datapackage.json is a dump, and is taken as it is, players by their pseudonyms. Any other
            holds events.csv.gz (game,event,kind,board,starts_at,ends_at) and borders.csv.gz
            (game,event,board,rank,at,score); times are Unix seconds. What is known already stays as it is, so that the
            same folder can be imported again.
            """)

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The folder with the files.")
    var folder: String

    @Option(help: ArgumentHelp("Import only this event; may be repeated.", valueName: "event"))
    var event: [String] = []

    func run() async throws {
        if try DumpReader.isDump(folder) { return try await importDump() }
        let only = Set(event)
        let recorded = try archive().boards().filter { only.isEmpty || only.contains($0.event) }
        guard !recorded.isEmpty else { throw CommandError("\(folder) holds none of the events asked for") }
        let slots = try await Composition.run(options) { parts in
            try await parts.store.register(RecordedEvents.events(of: recorded))
            var progress = Progress(label: "boards imported", total: recorded.count)
            var slots = 0
            for board in recorded {
                slots += try await parts.store.importBorders(board.borderObservations, of: try board.id())
                let stored = try await parts.store.board(try board.id())
                // Chapters of an event that runs may still be corrected; those of one that is over are left alone.
                if stored.event.times.ends <= parts.time.now() { try await parts.store.settle(stored.board.id) }
                progress.step()
            }
            return slots
        }
        tell(boards: recorded.count, slots: slots)
    }

    private func importDump() async throws {
        // Opened first: a dump that is damaged changes nothing.
        let reader = try await DumpReader.open(folder)
        guard event.isEmpty || event.contains(reader.event.id.rawValue) else {
            throw CommandError("\(folder) holds none of the events asked for")
        }
        let report = try await Composition.run(options) { parts in
            try await DumpImport(store: parts.store, reader: reader).run()
        }
        tell(boards: report.boards, slots: report.slots)
    }

    private func tell(boards: Int, slots: Int) {
        print("boards: \(boards), slots added: \(slots)")
        // An edition brings the hours that were crawled here.
        if slots > 0 { print("their past hours are published by: borderline publish --verify") }
    }

    private func archive() throws -> RecordingArchive {
        func contents(_ name: String) throws -> [UInt8] {
            guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else {
                throw CommandError("\(folder)/\(name) cannot be read")
            }
            return [UInt8](data)
        }
        return RecordingArchive(
            events: try contents(RecordingArchive.eventsFile), borders: try contents(RecordingArchive.bordersFile))
    }
}
