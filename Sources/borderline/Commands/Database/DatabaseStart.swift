import ArgumentParser
import EmbeddedServer
import Settings

struct DatabaseStart: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "start", abstract: "Starts the embedded server and keeps it running after the last user.")

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let workplace = try Workplace(options)
        try await workplace.embeddedServer().start()
        print("the embedded server runs until `borderline database stop`")
    }
}

extension Workplace {
    /// The embedded server of this configuration.
    ///
    /// - Throws: `CommandError` where another server is configured.
    func embeddedServer() throws -> EmbeddedServer {
        guard configuration.database == nil else {
            throw CommandError("a server is configured under `database`: look after it with its own tools")
        }
        return OpenStore(self).embeddedServer()
    }
}
