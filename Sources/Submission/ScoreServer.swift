package import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
import NIOHTTP1

/// The API of scores over HTTP/1.1, behind a proxy that speaks TLS.
package struct ScoreServer: Sendable {
    /// A request line and fields: a token has at most 4 KB.
    private static let requestFieldsBytes = 16_384
    private static let requestFields = 100
    /// How long a connection may say nothing.
    private static let idleTimeout = Duration.seconds(60)

    private static var decoderLimits: NIOHTTPDecoderLimitConfiguration {
        var limits = NIOHTTPDecoderLimitConfiguration()
        limits.maxHeaderFieldSize = requestFieldsBytes
        limits.maxHeaderListSize = requestFieldsBytes
        limits.maxHeaderFieldCount = requestFields
        return limits
    }

    private let configuration: ScoreServerConfiguration
    private let responder: ScoreResponder
    private let logger: Logger
    private let onListening: @Sendable (Int?) async -> Void

    /// - Parameters:
    ///   - proofs: nil where no replays are kept.
    ///   - onListening: called once when connections are accepted, with the port where there is one.
    package init(
        configuration: ScoreServerConfiguration, submissions: Submissions, verifier: TokenVerifier,
        servers: ServerVerifier = ServerVerifier(keys: []), live: LiveBoards,
        origins: OriginList, proofs: Proofs? = nil, logger: Logger,
        onListening: @escaping @Sendable (Int?) async -> Void = { _ in }
    ) {
        self.configuration = configuration
        self.logger = logger
        self.onListening = onListening
        responder = ScoreResponder(
            submissions: submissions, verifier: verifier, servers: servers, live: live,
            places: LivePlaces(connections: configuration.connections), origins: origins,
            address: ClientAddress(proxies: configuration.proxies), proofs: proofs,
            logger: logger)
    }

    /// Serves until the surrounding service group shuts down gracefully, or the task is cancelled.
    ///
    /// - Throws: `ScoreServerError`, `CancellationError`.
    package func run() async throws {
        do {
            try await application().run()
        } catch let error as CancellationError {
            throw error
        } catch {
            throw ScoreServerError(address: configuration.address, underlying: error)
        }
    }

    /// The server as one service of Hummingbird.
    package func application() -> some ApplicationProtocol {
        let onListening = onListening
        let address: BindAddress =
            switch configuration.address {
            case .host(let host, let port): .hostname(host, port: port)
            case .socket(let path): .unixDomainSocket(path: path)
            }
        return Application(
            responder: responder,
            server: HTTPServerBuilder { responder in
                ScoreChannel(responder: responder, idleTimeout: Self.idleTimeout, limits: Self.decoderLimits)
            },
            configuration: ApplicationConfiguration(
                address: address,
                availableConnectionsDelegate: MaximumAvailableConnections(configuration.connections, logger: logger)),
            onServerRunning: { channel in await onListening(channel.localAddress?.port) }, logger: logger)
    }
}
