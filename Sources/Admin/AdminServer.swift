package import Hummingbird
import HummingbirdCore
package import Logging

/// Answers operators and monitors: `/metrics`, `/health` and `/ready`.
package struct AdminServer: Sendable {
    private let host: String
    private let port: Int
    private let responder: AdminResponder
    private let logger: Logger
    private let onListening: @Sendable (Int) async -> Void

    /// - Parameters:
    ///   - port: 0 lets the system choose.
    ///   - mediaType: of what `metrics` gives.
    ///   - metrics: asked for each `/metrics`.
    ///   - readiness: asked for each `/ready`.
    ///   - onListening: called once with the port when connections are accepted.
    package init(
        host: String, port: Int, logger: Logger, mediaType: String, metrics: @escaping @Sendable () async -> String,
        readiness: @escaping @Sendable () async -> Readiness,
        onListening: @escaping @Sendable (Int) async -> Void = { _ in }
    ) {
        self.host = host
        self.port = port
        self.logger = logger
        self.onListening = onListening
        responder = AdminResponder(mediaType: mediaType, metrics: metrics, readiness: readiness)
    }

    /// Serves until the surrounding service group shuts down gracefully, or the task is cancelled.
    ///
    /// - Throws: `AdminError`, `CancellationError`.
    package func run() async throws {
        do {
            try await application().run()
        } catch let error as CancellationError {
            throw error
        } catch {
            throw AdminError(host: host, port: port, underlying: error)
        }
    }

    /// The server as one service of Hummingbird.
    package func application() -> some ApplicationProtocol {
        let onListening = onListening
        return Application(
            responder: responder,
            server: .http1(
                configuration: HTTP1Channel.Configuration(
                    idleTimeout: AdminLimits.idleTimeout,
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: AdminLimits.requestFieldsBytes,
                        maxHeaderListSize: AdminLimits.requestFieldsBytes,
                        maxHeaderFieldCount: AdminLimits.requestFields))),
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port),
                availableConnectionsDelegate: MaximumAvailableConnections(AdminLimits.connections, logger: logger)),
            onServerRunning: { channel in await onListening(channel.localAddress?.port ?? 0) },
            logger: logger)
    }
}
