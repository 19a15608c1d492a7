import ArgumentParser

struct WebhookCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "webhooks",
        abstract: "Shows what was not told to webhooks of scores, and has it told again.",
        subcommands: [WebhooksList.self, WebhooksRetry.self])
}
