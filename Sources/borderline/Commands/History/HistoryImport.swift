import ArgumentParser
import Foundation
import Rankings
import Recording
import Storage

struct HistoryImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Adds border histories that others recorded.",
        discussion: """
            The folder holds events.csv.gz (game,event,kind,board,starts_at,ends_at) and borders.csv.gz
            (game,event,board,rank,at,score); times are Unix seconds. What is known already stays as it is, so that the
            same folder can be imported again.
            """)

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The folder with the two files.")
    var folder: String

    @Option(help: ArgumentHelp("Import only this event; may be repeated.", valueName: "event"))
    var event: [String] = []

    func run() async throws {
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
        print("boards: \(recorded.count), slots added: \(slots)")
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
