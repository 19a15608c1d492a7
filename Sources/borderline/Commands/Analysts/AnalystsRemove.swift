import ArgumentParser
import Storage

struct AnalystsRemove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Removes the account of an analyst.")

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The name it was added with.")
    var name: String

    @Option(help: ArgumentHelp("The host it was added with.", valueName: "host"))
    var host: String = "localhost"

    func run() async throws {
        let account = try AnalystAccount(name: name, host: host)
        try await Composition.run(options) { parts in try await parts.store.removeAnalyst(account) }
    }
}
