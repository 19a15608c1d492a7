import ArgumentParser
import Rankings
import Storage

struct PlayersFind: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "find",
        abstract: "Lists who was ever called something with a text in it.",
        discussion: """
            The newest board on which they were called so comes first. Reads the history of all boards, which takes some
            seconds on a large store.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: TableOptions

    @Argument(help: "A name or a part of it.")
    var name: String

    @Option(help: "The most lines.")
    var limit = 50

    func validate() throws {
        if name.isEmpty { throw ValidationError("give a part of a name") }
        if limit < 1 { throw ValidationError("--limit is at least 1") }
    }

    func run() async throws {
        let found = try await Composition.run(options) { parts in
            try await parts.store.players(named: name, limit: limit)
        }
        var table = Table(columns: ["game", "player", "board", "name"], as: output.format)
        for player in found {
            table.add([
                .text(player.id.game.rawValue), .text(player.id.player.description), .text(player.board.description),
                .text(player.name),
            ])
        }
        table.finish()
    }
}
