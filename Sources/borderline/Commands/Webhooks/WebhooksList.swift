import ArgumentParser
import Storage

struct WebhooksList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists what waits to be told and what was given up, oldest first.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: TableOptions

    @Flag(help: "Only what was given up.")
    var dead = false

    @Option(help: "The most lines.")
    var limit = 100

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit is at least 1") }
    }

    func run() async throws {
        let (dead, limit) = (dead, limit)
        let news = try await Composition.run(options) { parts in
            try await parts.store.waitingNews(onlyDead: dead, limit: limit)
        }
        var table = Table(
            columns: ["id", "webhook", "event", "board", "at", "attempts", "given up", "due", "reason"],
            as: output.format)
        for item in news {
            table.add([
                .integer(item.id), .text(item.hook), .text(item.kind), .text(item.board), .instant(item.at),
                .integer(item.attempts), .flag(item.isDead), .instant(item.due), .text(item.reason),
            ])
        }
        table.finish()
    }
}
