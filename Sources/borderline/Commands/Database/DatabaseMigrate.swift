import ArgumentParser
import Storage

struct DatabaseMigrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Brings the schema up to this program.",
        discussion: "Every command does so by itself; this one does nothing else.")

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let workplace = try Workplace(options)
        let openStore = OpenStore(workplace)
        let status = try await openStore.withPool { pool in
            try await Store(pool: pool, pseudonyms: try openStore.pseudonymKey()).migrate()
        }
        print("schema \(status.version)")
    }
}
