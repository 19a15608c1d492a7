import EmbeddedServer
import Foundation
import MariaDB
import Storage

/// A private server, a game simulator to send requests to, and a folder for what is published.
final class Workshop {
    let folder: String
    let simulator: BenchProcess
    private let lease: ServerLease
    private var pools: [Pool] = []

    private init(folder: String, lease: ServerLease, simulator: BenchProcess) {
        self.folder = folder
        self.lease = lease
        self.simulator = simulator
    }

    static func open(in folder: String) async throws -> Workshop {
        let lease = try await EmbeddedServer(EmbeddedServerOptions(directory: "\(folder)/mariadb")).acquire()
        let simulator = try BenchProcess("game-simulator", ["serve", "--port", "0"], in: folder)
        return Workshop(folder: folder, lease: lease, simulator: simulator)
    }

    /// Connections to a new schema.
    func pool(schema: String) async throws -> Pool {
        let server = Endpoint(address: .unixSocket(path: lease.socketPath), user: lease.user)
        let bare = Pool(maximumConnections: 1) { server }
        try await bare.withConnection { connection in
            _ = try await connection.execute("CREATE DATABASE \(schema) CHARACTER SET utf8mb4")
        }
        await bare.close()
        let pool = Pool(maximumConnections: 4) {
            var endpoint = server
            endpoint.database = schema
            return endpoint
        }
        pools.append(pool)
        return pool
    }

    /// A new, migrated store.
    func store(schema: String) async throws -> Store {
        let store = Store(pool: try await pool(schema: schema), pseudonyms: PseudonymKey(secret: Array(0..<32)))
        try await store.migrate()
        return store
    }

    func close() async {
        simulator.stop()
        for pool in pools { await pool.close() }
        await lease.release()
    }
}
