import EmbeddedServer
import Foundation
import Logging
import MariaDB
import Settings
import Storage
import Telemetry

/// Opens the store for the time of a command, the embedded server with it where no other is configured.
struct OpenStore: Sendable {
    /// The schema's name on the embedded server.
    private static let embeddedDatabase = "borderline"
    /// Connections to the embedded server: as many as boards are recorded side by side.
    private static let embeddedConnections = 8

    let configuration: Configuration
    let logger: Logger
    let metrics: Metrics

    init(_ workplace: Workplace) {
        configuration = workplace.configuration
        logger = workplace.logger
        metrics = workplace.metrics
    }

    /// Runs the body with a migrated store. What was opened is closed again however the body ends.
    ///
    /// - Parameter patience: with a database that does not answer.
    /// - Throws: also where a restore was interrupted: what it left is part of a history, and must not be added to.
    func run<Value: Sendable>(
        patience: Patience = .none, _ body: (Store) async throws -> Value
    ) async throws -> Value {
        try DataDirectory(configuration.data).requireFinishedRestore()
        return try await withPool { pool in
            let store = Store(pool: pool, pseudonyms: try pseudonymKey())
            _ = try await patience.waiting(crawlLimit: configuration.crawl.timeLimit, logger: logger) {
                try await store.migrate()
            }
            return try await body(store)
        }
    }

    /// Runs the body with connections to the database, whatever its schema.
    func withPool<Value: Sendable>(_ body: (Pool) async throws -> Value) async throws -> Value {
        try await withDatabase { pool, _ in try await body(pool) }
    }

    /// The same, with where the database is, for programs of MariaDB.
    func withDatabase<Value: Sendable>(_ body: (Pool, Endpoint) async throws -> Value) async throws -> Value {
        try FileManager.default.createDirectory(
            atPath: configuration.data, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        guard let database = configuration.database else { return try await withEmbedded(body) }
        let endpoint = Endpoint(database)
        return try await closing(Pool(maximumConnections: database.connections, onError: count) { endpoint }) { pool in
            try await body(pool, endpoint)
        }
    }

    /// The private server in the data directory.
    func embeddedServer() -> EmbeddedServer {
        EmbeddedServer(
            EmbeddedServerOptions(
                directory: configuration.data + "/mariadb",
                temporaryDirectory: FileManager.default.temporaryDirectory.path,
                bufferPoolBytes: configuration.embedded.bufferPoolBytes))
    }

    private var count: @Sendable (DatabaseError) -> Void {
        { [metrics] error in metrics.add(to: .databaseErrors, "\(error.code)") }
    }

    func pseudonymKey() throws -> PseudonymKey {
        try PseudonymKey.loadOrCreate(at: DataDirectory(configuration.data).pseudonymKey)
    }

    private func withEmbedded<Value: Sendable>(_ body: (Pool, Endpoint) async throws -> Value) async throws -> Value {
        let lease = try await embeddedServer().acquire()
        do {
            let value = try await withLease(lease, body)
            if let error = await lease.release() { logger.warning("\(error)") }
            return value
        } catch {
            _ = await lease.release()
            throw error
        }
    }

    private func withLease<Value: Sendable>(
        _ lease: ServerLease, _ body: (Pool, Endpoint) async throws -> Value
    ) async throws -> Value {
        let server = Endpoint(address: .unixSocket(path: lease.socketPath), user: lease.user)
        let bare = Pool(maximumConnections: 1) { server }
        try await closing(bare) { pool in
            try await Store.createSchema(named: Self.embeddedDatabase, through: pool)
        }
        let endpoint = server.selecting(database: Self.embeddedDatabase)
        let pool = Pool(maximumConnections: Self.embeddedConnections, onError: count) {
            try await lease.ensureRunning()
            return endpoint
        }
        return try await closing(pool) { pool in try await body(pool, endpoint) }
    }

    private func closing<Value: Sendable>(
        _ pool: Pool, _ body: (Pool) async throws -> Value
    ) async throws -> Value {
        do {
            let value = try await body(pool)
            await pool.close()
            return value
        } catch {
            await pool.close()
            throw error
        }
    }
}

extension Endpoint {
    init(_ settings: DatabaseSettings) {
        let address: Address =
            switch settings.address {
            case .socket(let path): .unixSocket(path: path)
            case .host(let host, let port): .tcp(host: host, port: UInt16(clamping: port))
            }
        self.init(
            address: address, user: settings.user, password: settings.password?.reveal(), database: settings.name,
            tls: settings.tls.isRequired ? .required(certificateAuthorityPath: settings.tls.authority) : .off)
    }
}
