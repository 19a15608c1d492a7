import ArgumentParser
import EmbeddedServer

struct DatabaseStop: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stop", abstract: "Stops the embedded server that `start` keeps running.")

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let workplace = try Workplace(options)
        try await workplace.embeddedServer().stop()
        print("the embedded server is stopped")
    }
}
