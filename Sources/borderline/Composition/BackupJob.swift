import Backup
import Foundation
import Logging
import MariaDB
import Rankings
import Settings
import Storage
import Telemetry
import Timekeeping

/// Makes a backup of the database and the key, and removes those that need not be kept any longer.
struct BackupJob: Sendable {
    /// What was done.
    struct Report: Sendable {
        let manifest: BackupManifest
        let removed: [BackupName]
        let duration: Duration
    }

    let workplace: Workplace

    var isConfigured: Bool { workplace.configuration.backup.place != nil }

    func run() async throws -> Report {
        let began = ContinuousClock.now
        let settings = workplace.configuration.backup
        return try await settings.withPlace(userAgent: workplace.userAgent) { place in
            let manifest = try await create(at: place, passphrase: settings.passphrase?.reveal())
            let removed = try await BackupCatalogue(place).prune(.standard, now: SystemTime().now())
            let report = Report(manifest: manifest, removed: removed, duration: .now - began)
            workplace.logger.info(
                "backup made",
                metadata: .keyed([
                    .task: "\(manifest.name)", .bytes: "\(manifest.storedBytes)", .count: "\(removed.count)",
                    .durationMilliseconds: "\(report.duration.wholeMilliseconds)",
                ]))
            return report
        }
    }

    private func create(at place: any BackupPlace, passphrase: String?) async throws -> BackupManifest {
        let openStore = OpenStore(workplace)
        try DataDirectory(workplace.configuration.data).requireFinishedRestore()
        return try await openStore.withDatabase { pool, endpoint in
            let store = Store(pool: pool, pseudonyms: try openStore.pseudonymKey())
            let schema = try await store.migrate()
            try await Forgetting(workplace: workplace).catchUp(store, with: place, now: SystemTime().now())
            let server = try await store.serverFacts().version
            let dump = try dump(of: endpoint)
            var writer = try await BackupWriter(
                BackupName(SystemTime().now()), at: place, passphrase: passphrase)
            try await writer.add(BackupStreams.pseudonymKey) { stream in try await stream.write(try key()) }
            try await writer.add(BackupStreams.database) { stream in
                var filter = DefinerFilter()
                try await RunningProgram.read(dump, temporaryDirectory: temporaryDirectory) { bytes in
                    try await stream.write(filter.update(bytes))
                }
                try await stream.write(filter.finish())
            }
            return try await writer.finish(
                program: BorderlineVersion.text, server: server, schema: schema.version)
        }
    }

    /// One consistent state of all tables, whatever is written meanwhile: the dump reads in one transaction.
    private func dump(of endpoint: Endpoint) throws -> Program {
        let client = DatabaseClient(endpoint)
        return try Program(
            "mariadb-dump",
            [
                "--no-defaults", "--default-character-set=utf8mb4", "--single-transaction", "--quick", "--hex-blob",
                // The same database gives the same bytes.
                "--skip-dump-date",
                // Rights that nobody needs who has a schema of their own.
                "--skip-add-locks", "--no-tablespaces",
                "--max-allowed-packet=\(Self.packetLimit)",
            ] + Store.transientTables.map { "--ignore-table-data=\(client.database).\($0)" } + client.arguments
                + [client.database],
            environment: client.environment.merging(["LC_ALL": "C"]) { $1 },
            in: programDirectories)
    }

    /// MariaDB's own maximum, for a row of any size.
    static let packetLimit = "1G"

    private func key() throws -> [UInt8] {
        let path = DataDirectory(workplace.configuration.data).pseudonymKey
        guard let key = FileManager.default.contents(atPath: path) else { throw CommandError("\(path) cannot be read") }
        return [UInt8](key)
    }

    private var programDirectories: [String] {
        Program.directories(searchPath: ProcessInfo.processInfo.environment["PATH"])
    }

    private var temporaryDirectory: String { FileManager.default.temporaryDirectory.path }
}
