import ArgumentParser
import Storage

struct AnalystsList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Lists the accounts of analysts.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: TableOptions

    func run() async throws {
        let accounts = try await Composition.run(options) { parts in try await parts.store.analysts() }
        var table = Table(columns: ["name", "user", "host"], as: output.format)
        for account in accounts { table.add([.text(account.name), .text(account.user), .text(account.host)]) }
        table.finish()
    }
}
