package import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
package import Rankings
import Synchronization

/// Serves the published files over HTTP. A CDN in front of it needs no rules of its own.
package struct OriginServer: Sendable {
    private let configuration: OriginConfiguration
    private let time: any TimeSource
    private let logger: Logger
    private let onListening: @Sendable (Int) async -> Void

    /// - Parameters:
    ///   - time: decides how long answers may be kept.
    ///   - onListening: called once with the port when connections are accepted.
    package init(
        configuration: OriginConfiguration, time: any TimeSource, logger: Logger,
        onListening: @escaping @Sendable (Int) async -> Void = { _ in }
    ) {
        self.configuration = configuration
        self.time = time
        self.logger = logger
        self.onListening = onListening
    }

    /// Serves until the surrounding service group shuts down gracefully, and then until open requests are answered; a
    /// cancelled task stops at once.
    ///
    /// - Throws: `OriginError`, `CancellationError`.
    package func run() async throws {
        let isListening = Mutex(false)
        do {
            try await application(whenRunning: { isListening.withLock { $0 = true } }).run()
        } catch let error as CancellationError {
            throw error
        } catch {
            throw OriginError(
                code: isListening.withLock { $0 } ? .stopped : .cannotListen, host: configuration.host,
                port: configuration.port, underlying: error)
        }
    }

    /// The server as one service of Hummingbird.
    package func application(
        whenRunning: @escaping @Sendable () -> Void = {}
    ) -> some ApplicationProtocol {
        let onListening = onListening
        return Application(
            responder: OriginResponder(files: FileStore(root: configuration.root), time: time),
            server: .http1(configuration: Self.connectionConfiguration),
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port),
                availableConnectionsDelegate: MaximumAvailableConnections(OriginLimits.connections, logger: logger)),
            onServerRunning: { channel in
                whenRunning()
                await onListening(channel.localAddress?.port ?? 0)
            },
            logger: logger)
    }

    private static var connectionConfiguration: HTTP1Channel.Configuration {
        HTTP1Channel.Configuration(
            idleTimeout: OriginLimits.idleTimeout,
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: OriginLimits.requestFieldsBytes,
                maxHeaderListSize: OriginLimits.requestFieldsBytes,
                maxHeaderFieldCount: OriginLimits.requestFields))
    }
}
