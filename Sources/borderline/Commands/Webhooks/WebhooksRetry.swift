import ArgumentParser
import Rankings
import Storage

struct WebhooksRetry: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry",
        abstract: "Has what was given up told again, by the servers that run.")

    @OptionGroup var options: GlobalOptions

    @Option(help: ArgumentHelp("To one webhook alone.", valueName: "name"))
    var webhook: String?

    @Option(help: ArgumentHelp("One alone, as `webhooks list` shows it.", valueName: "number"))
    var id: Int64?

    func run() async throws {
        let (webhook, id) = (webhook, id)
        let count = try await Composition.run(options) { parts in
            try await parts.store.retryNews(of: webhook, id: id, now: parts.time.now())
        }
        print(count == 1 ? "1 is told again" : "\(count) are told again")
    }
}
