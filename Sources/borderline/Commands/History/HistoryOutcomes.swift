import ArgumentParser
import Rankings
import Storage

struct HistoryOutcomes: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outcomes", abstract: "Shows what became of each slot of a board, with the reasons of gaps.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: TableOptions

    @Argument(help: "The board, e.g. sekai-jp-210/main; an event alone means its main board.")
    var board: BoardID

    @Option(help: ArgumentHelp("The first instant; the board's start, where none is given.", valueName: "instant"))
    var from: Instant?

    @Option(help: ArgumentHelp("The last instant; now, where none is given.", valueName: "instant"))
    var to: Instant?

    func run() async throws {
        let outcomes = try await Composition.run(options) { parts in
            let starts = try await parts.store.board(board).board.times.starts
            return try await parts.store.outcomes(
                of: board, after: Slot(containing: from ?? starts) - 1,
                through: Slot(containing: to ?? parts.time.now()))
        }
        var table = Table(columns: ["slot", "outcome", "latency_ms", "reason"], as: output.format)
        for outcome in outcomes {
            table.add([
                .slot(outcome.slot), .text(outcome.outcome.rawValue), .integer(outcome.latency?.wholeMilliseconds),
                .text(outcome.reason),
            ])
        }
        table.finish()
    }
}
