import Backup
import Foundation
import MariaDB
import Rankings
import Settings
import Storage
import Timekeeping

/// Brings database and key back from a backup.
struct RestoreJob: Sendable {
    /// Of the key's stream, far above its 32 bytes.
    private static let keyLimitBytes = 4096

    let workplace: Workplace
    /// Nil is the newest whole one.
    let name: BackupName?
    /// Puts the backup in the place of what is there.
    let replaces: Bool

    private var directory: DataDirectory { DataDirectory(workplace.configuration.data) }

    /// Nothing is touched before the whole backup was read and found as it was written.
    func run() async throws -> BackupManifest {
        let settings = workplace.configuration.backup
        return try await settings.withPlace(userAgent: workplace.userAgent) { place in
            let catalogue = BackupCatalogue(place)
            let manifest = try await catalogue.manifest(of: name)
            try check(manifest)
            let backup = OpenBackup(
                catalogue: catalogue, manifest: manifest, passphrase: settings.passphrase?.reveal())
            _ = try await catalogue.verify(manifest, passphrase: backup.passphrase)
            let key = try RestoredKey(
                try await backup.bytes(of: BackupStreams.pseudonymKey, limitBytes: Self.keyLimitBytes),
                path: directory.pseudonymKey)
            try await restore(backup, key, from: place)
            return manifest
        }
    }

    private func check(_ manifest: BackupManifest) throws {
        if manifest.schema > Store.schemaVersion {
            throw CommandError(
                """
                backup \(manifest.name) has schema \(manifest.schema), this program understands up to \
                \(Store.schemaVersion): use Borderline \(manifest.program) or a newer one
                """)
        }
        if manifest.encrypted && workplace.configuration.backup.passphrase == nil {
            throw BackupError.passphraseMissing(name: manifest.name)
        }
    }

    /// Whoever was forgotten since the backup was made is forgotten before the restore counts as done.
    private func restore(_ backup: OpenBackup, _ key: RestoredKey, from place: any BackupPlace) async throws {
        let openStore = OpenStore(workplace)
        try await openStore.withDatabase { pool, endpoint in
            try await requireRoom(pool, key)
            try directory.beginRestore(of: backup.manifest.name)
            try await Store.dropEverything(through: pool)
            try key.install(now: SystemTime().now())
            try await RunningProgram.write(
                try client(of: endpoint), temporaryDirectory: FileManager.default.temporaryDirectory.path
            ) { write in
                try await backup.read(BackupStreams.database, write)
            }
            let store = Store(pool: pool, pseudonyms: try openStore.pseudonymKey())
            try await store.migrate()
            try await Forgetting(workplace: workplace).catchUp(store, with: place, now: SystemTime().now())
            try directory.endRestore()
        }
    }

    /// An empty database, or one that was only migrated, and no other key; else `--replace`.
    private func requireRoom(_ pool: Pool, _ key: RestoredKey) async throws {
        let others = try await Store.otherConnections(through: pool)
        guard others == 0 else {
            throw CommandError("the database is in use by \(others) other connections: stop Borderline first")
        }
        if replaces || directory.hasUnfinishedRestore { return }
        if let table = try await Store.tableWithData(through: pool) {
            throw CommandError(
                "the database is not empty (table \(table)): restore into another, or lose what is there by --replace")
        }
        guard !key.isOther else {
            throw CommandError(
                """
                \(directory.pseudonymKey) is another key than the backup's: with --replace it is kept under another \
                name, and what was published with it loses its players
                """)
        }
    }

    private func client(of endpoint: Endpoint) throws -> Program {
        let client = DatabaseClient(endpoint)
        return try Program(
            "mariadb",
            [
                "--no-defaults", "--default-character-set=utf8mb4", "--batch", "--binary-mode",
                "--max-allowed-packet=\(BackupJob.packetLimit)",
            ] + client.arguments + [client.database], environment: client.environment.merging(["LC_ALL": "C"]) { $1 },
            in: Program.directories(searchPath: ProcessInfo.processInfo.environment["PATH"]))
    }
}
