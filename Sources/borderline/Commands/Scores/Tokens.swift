import ArgumentParser

struct Tokens: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Makes tokens to try the API of scores with.", subcommands: [TokenIssue.self])
}
