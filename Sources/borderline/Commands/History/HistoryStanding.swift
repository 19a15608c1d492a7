import ArgumentParser
import Rankings
import Storage

struct HistoryStanding: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "standing",
        abstract: "Shows a board as it was: order, ties, players that left since, names of the time.",
        discussion: "Example: borderline history standing sekai-jp-210/main --at 2026-11-20T12:03:00Z")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: TableOptions

    @Argument(help: "The board, e.g. sekai-jp-210/main; an event alone means its main board.")
    var board: BoardID

    @Option(
        help: ArgumentHelp(
            "ISO 8601 with a zone, or Unix seconds; several may be given. Now, where none is.", valueName: "instant"))
    var at: [Instant] = []

    func run() async throws {
        let instants = at
        let (standings, note) = try await Composition.run(options) { parts in
            var standings: [Standing] = []
            for instant in instants.isEmpty ? [parts.time.now()] : instants {
                standings.append(try await parts.store.standing(of: board, at: Slot(containing: instant)))
            }
            return (standings, RemovedPlayersNote(try await parts.store.board(board)))
        }
        var table = Table(
            columns: ["slot", "as_of", "list", "rank", "score", "scored_at", "player", "name"], as: output.format)
        for standing in standings {
            for entry in standing.entries {
                table.add([
                    .slot(standing.slot), .slot(standing.asOf), .text("entry"), .integer(entry.rank),
                    .integer(entry.score), .slot(entry.scoredAt), .text(entry.player.description), .text(entry.name),
                ])
            }
            for border in standing.borders {
                table.add([
                    .slot(standing.slot), .slot(standing.asOf), .text("border"), .integer(border.rank),
                    .integer(border.score), .slot(border.scoredAt), .none, .none,
                ])
            }
        }
        table.finish()
        note?.write()
    }
}
