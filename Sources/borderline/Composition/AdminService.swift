import Admin
import Foundation
import Logging
import ServiceLifecycle
import Settings
import Telemetry

/// The admin listener as a service of this process.
struct AdminService: Service {
    let server: AdminServer

    init(_ settings: AdminSettings, health: ProcessHealth) {
        server = AdminServer(
            host: settings.host, port: settings.port, logger: Logger(label: "borderline.admin"),
            mediaType: Metrics.mediaType, metrics: { await health.exposition() },
            readiness: { await health.readiness() },
            onListening: { port in
                // Not by print: whoever waits for this line reads it from a pipe, where print keeps it back.
                let line = "Metrics are at http://\(settings.host):\(port)/metrics\n"
                FileHandle.standardOutput.write(Data(line.utf8))
            })
    }

    func run() async throws { try await server.run() }
}
