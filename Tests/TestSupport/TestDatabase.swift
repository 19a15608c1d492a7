package import MariaDB
import Synchronization

/// Gives each test a schema of its own on one private server per test process.
///
/// The server starts with the first use, listens on a Unix socket only, and dies with the process however that ends.
package enum TestDatabase {
    /// Connections a test's pool may open.
    package static let defaultMaximumConnections = 8

    private static let schemaCount = Mutex(0)

    /// Whether the server's programs are on this machine: `.enabled(if: TestDatabase.isAvailable, "needs mariadbd")`.
    package static var isAvailable: Bool { PrivateServer.areProgramsInstalled }

    /// The private server as its administrator, without a schema selected.
    package static func administrator() throws -> Endpoint { try PrivateServer.shared.get().endpoint }

    /// Starts another server, which listens on loopback with the certificate given, until the process ends.
    package static func startSecureServer(certificatePath: String, keyPath: String, port: UInt16) throws {
        _ = try PrivateServer(
            name: "secure-\(port)",
            network: [
                "--bind-address=127.0.0.1", "--port=\(port)", "--ssl-cert=\(certificatePath)", "--ssl-key=\(keyPath)",
            ])
    }

    /// Makes an empty schema (utf8mb4), lends a pool and an endpoint that have it selected, and drops it at the end,
    /// also when `body` throws.
    package static func withSchema<T: Sendable>(
        maximumConnections: Int = defaultMaximumConnections,
        _ body: (Pool, Endpoint) async throws -> T
    ) async throws -> T {
        let administrator = try administrator()
        let name = "test_\(schemaCount.withLock { count in count += 1; return count })"
        try await runOnce("CREATE SCHEMA \(name) CHARACTER SET utf8mb4", administrator)
        let endpoint = administrator.selecting(database: name)
        let pool = Pool(maximumConnections: maximumConnections) { endpoint }
        do {
            let result = try await body(pool, endpoint)
            await pool.close()
            try await runOnce("DROP SCHEMA \(name)", administrator)
            return result
        } catch {
            await pool.close()
            // The test's own error is the one to tell.
            _ = try? await runOnce("DROP SCHEMA IF EXISTS \(name)", administrator)
            throw error
        }
    }

    /// However long it takes: a machine with much else to do says nothing about a test.
    private static func runOnce(_ script: String, _ endpoint: Endpoint) async throws {
        var endpoint = endpoint
        endpoint.readTimeout = .seconds(1800)
        let connection = try await Connection.open(endpoint)
        try await connection.run(script)
        await connection.close()
    }
}
