import ArgumentParser

struct Players: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "players",
        abstract: "Finds players, and forgets those who ask for it.",
        subcommands: [PlayersFind.self, PlayersForget.self, PlayersForgotten.self])
}
