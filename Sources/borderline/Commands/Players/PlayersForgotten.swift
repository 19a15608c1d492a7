import ArgumentParser
import Rankings
import Storage

struct PlayersForgotten: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forgotten", abstract: "Lists the players who are forgotten, by their pseudonyms.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: TableOptions

    func run() async throws {
        let players = try await Composition.run(options) { parts in try await parts.store.forgottenPlayers() }
        var table = Table(columns: ["game", "player", "asked", "done"], as: output.format)
        for player in players {
            table.add([
                .text(player.forgotten.game.rawValue), .text(player.forgotten.player.description),
                .instant(player.forgotten.at), player.erasedAt.map(Cell.instant) ?? .none,
            ])
        }
        table.finish()
    }
}
