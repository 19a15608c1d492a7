import ArgumentParser
import Foundation
import Rankings
import Storage

struct HistoryStandings: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "standings",
        abstract: "Writes a board as it was at every slot of a span, one JSON object a line.",
        discussion: """
            Each slot that has an outcome gives a line with the outcome and the whole standing, oldest first; memory
            stays flat however long the span is. Example: borderline history standings sekai-jp-210/main \\
              --from 2026-11-20T12:00:00Z --to 2026-11-20T13:00:00Z
            """)

    /// Slots that are read at one time: six hours, some megabytes.
    private static let chunk = 360

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The board, e.g. sekai-jp-210/main; an event alone means its main board.")
    var board: BoardID

    @Option(help: ArgumentHelp("The first instant; the board's start, where none is given.", valueName: "instant"))
    var from: Instant?

    @Option(help: ArgumentHelp("The last instant; now, where none is given.", valueName: "instant"))
    var to: Instant?

    func run() async throws {
        try await Composition.run(options) { parts in
            let stored = try await parts.store.board(board)
            let starts = stored.board.times.starts
            RemovedPlayersNote(stored)?.write()
            var after = Slot(containing: from ?? starts) - 1
            let last = Slot(containing: to ?? parts.time.now())
            while after < last {
                let through = min(after + Self.chunk, last)
                let outcomes = try await parts.store.outcomes(of: board, after: after, through: through)
                let standings = try await parts.store.standings(of: board, at: outcomes.map(\.slot))
                for (outcome, standing) in zip(outcomes, standings) {
                    try Task.checkCancellation()
                    try StandingLine(outcome: outcome, standing: standing).write(to: .standardOutput)
                }
                after = through
            }
        }
    }
}
