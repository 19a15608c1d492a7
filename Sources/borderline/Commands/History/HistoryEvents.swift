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
        var table = Table(columns: ["event", "game", "kind", "starts", "ends", "boards", "name"], as: output.format)
        var shown: Set<String> = []
        for event in boards.map(\.event) where shown.insert(event.id.rawValue).inserted {
            table.add([
                .text(event.id.rawValue), .text(event.game.rawValue), .text(event.kind), .instant(event.times.starts),
                .instant(event.times.ends), .integer(event.boards.count), .text(event.name),
            ])
        }
        table.finish()
    }
}
