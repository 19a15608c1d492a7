import ArgumentParser
import Rankings
import Storage

struct HistoryGaps: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gaps", abstract: "Shows what was not seen of a board, with the reasons.",
        discussion: "One line for each run of planned slots with the same outcome and reason.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: TableOptions

    @Argument(help: "The board, e.g. sekai-jp-210/main; an event alone means its main board.")
    var board: BoardID

    func run() async throws {
        let outcomes = try await Composition.run(options) { parts in
            try await parts.store.outcomes(
                of: board, after: Slot(unixMinute: 0), through: Slot(containing: parts.time.now()))
        }
        var table = Table(columns: ["from", "to", "slots", "outcome", "reason"], as: output.format)
        for gap in SlotGap.gaps(in: outcomes) {
            table.add([
                .slot(gap.first), .slot(gap.last), .integer(gap.slots), .text(gap.outcome.rawValue), .text(gap.reason),
            ])
        }
        table.finish()
    }
}
