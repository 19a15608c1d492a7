import ArgumentParser

struct Analysts: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analysts",
        abstract: "Gives people a read-only account that sees the views of Docs/analysts.md and nothing else.",
        subcommands: [AnalystsAdd.self, AnalystsList.self, AnalystsRemove.self])
}
