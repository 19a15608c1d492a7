import ArgumentParser
import EmbeddedServer
import Foundation
import Logging
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
        guard let database = workplace.configuration.database else {
            let lease = try await workplace.embeddedServer().acquire()
            let status = try client(
                ["--socket=\(lease.socketPath)", "--user=\(lease.user)", "borderline"], password: nil)
            if let error = await lease.release() { workplace.logger.warning("\(error)") }
            return try leave(status)
        }
        var words = ["--user=\(database.user)"]
        switch database.address {
        case .socket(let path): words.append("--socket=\(path)")
        case .host(let host, let port): words += ["--host=\(host)", "--port=\(port)", "--protocol=tcp"]
        }
        if database.tls.isRequired { words.append("--ssl") }
        if let authority = database.tls.authority { words.append("--ssl-ca=\(authority)") }
        try leave(try client(words + [database.name], password: database.password))
    }

    /// The client gets the terminal; the password goes by the environment, where `ps` does not show it.
    private func client(_ words: [String], password: Secret?) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["mariadb", "--no-defaults", "--default-character-set=utf8mb4"] + words + arguments
        var environment = ProcessInfo.processInfo.environment
        if let password { environment["MYSQL_PWD"] = password.reveal() }
        process.environment = environment
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    private func leave(_ status: Int32) throws {
        if status != 0 { throw ExitCode(status == 127 ? 1 : status) }
    }
}
