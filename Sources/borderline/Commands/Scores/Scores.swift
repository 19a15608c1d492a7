import ArgumentParser

struct Scores: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scores",
        abstract: "Takes scores for boards of one's own.",
        subcommands: [ScoresServe.self, ScoresAccount.self])
}
