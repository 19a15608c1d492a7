import ArgumentParser
import Rankings
import Storage

struct HistoryEvents: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "events", abstract: "Lists the events that are known, newest first.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: TableOptions

    func run() async throws {
        let boards = try await Composition.run(options) { parts in try await parts.store.boards() }
        var table = Table(columns: ["event", "game", "kind", "starts", "ends", "boards", "name"])
        var shown: Set<String> = []
        for event in boards.map(\.event) where shown.insert(event.id.rawValue).inserted {
            table.add([
                event.id.rawValue, event.game.rawValue, event.kind, event.times.starts.description,
                event.times.ends.description, String(event.boards.count), event.name,
            ])
        }
        table.write(as: output.format)
    }
}
