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
        var table = Table(columns: ["board", "starts", "ends", "settled", "title"])
        for stored in boards {
            table.add([
                stored.board.id.description, stored.board.times.starts.description,
                stored.board.times.ends.description, stored.isSettled ? "yes" : "no", stored.board.title,
            ])
        }
        table.write(as: output.format)
    }
}
