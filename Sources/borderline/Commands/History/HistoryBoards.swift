import ArgumentParser
import Rankings
import Storage

struct HistoryBoards: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "boards", abstract: "Lists the boards that are known, newest event first.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: TableOptions

    func run() async throws {
        let boards = try await Composition.run(options) { parts in try await parts.store.boards() }
        var table = Table(columns: ["board", "starts", "ends", "settled", "title"], as: output.format)
        for stored in boards {
            table.add([
                .text(stored.board.id.description), .instant(stored.board.times.starts),
                .instant(stored.board.times.ends), .flag(stored.isSettled), .text(stored.board.title),
            ])
        }
        table.finish()
    }
}
