import ArgumentParser
import Foundation
import Logging
import MariaDB
import Settings

struct DatabaseShell: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shell",
        abstract: "Opens the MariaDB client on the database.",
        discussion: "What follows `--` goes to the client: borderline database shell -- -e 'SELECT COUNT(*) FROM slot'")

    @OptionGroup var options: GlobalOptions

    @Argument(parsing: .postTerminator, help: "Arguments of the client.")
    var arguments: [String] = []

    func run() async throws {
        let workplace = try Workplace(options)
        let openStore = OpenStore(workplace)
        let status = try await openStore.withDatabase { _, endpoint in try client(DatabaseClient(endpoint)) }
        try leave(status)
    }

    /// The client gets the terminal.
    private func client(_ client: DatabaseClient) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            ["mariadb", "--no-defaults", "--default-character-set=utf8mb4"] + client.arguments + [client.database]
            + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(client.environment) { _, ours in ours }
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    private func leave(_ status: Int32) throws {
        if status != 0 { throw ExitCode(status == 127 ? 1 : status) }
    }
}
