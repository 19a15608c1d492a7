import ArgumentParser
import EmbeddedServer
import Settings
import Storage

struct DatabaseStatus: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Shows the server and which migrations are applied and pending.")

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let workplace = try Workplace(options)
        if workplace.configuration.database == nil {
            print("embedded server: \(describe(await (try workplace.embeddedServer()).status()))")
        }
        let openStore = OpenStore(workplace)
        let status = try await openStore.withPool { pool in
            try await Store(pool: pool, pseudonyms: try openStore.pseudonymKey()).schemaStatus()
        }
        var table = Table(columns: ["migration", "name", "applied"], as: .table)
        for step in status.steps {
            table.add([.integer(step.number), .text(step.name), .text(step.appliedAt ?? "pending")])
        }
        table.finish()
    }

    private func describe(_ status: EmbeddedServer.Status) -> String {
        switch status {
        case .notCreated: "not created yet"
        case .stopped: "stopped"
        case .unresponsive(let pid): "starting or stopping, process \(pid)"
        case .running(let pid, let version, let socket, let isKept):
            "running \(version), process \(pid), socket \(socket)\(isKept ? ", kept until `database stop`" : "")"
        }
    }
}
