import NIOCore
import NIOHTTP1
import NIOHTTP2
import NIOSSL

/// Sets the handlers of new connections on one event loop, and keeps the list of them; bound to the loop.
final class OriginPipeline {
    private let serving: Serving
    private let list: ConnectionList

    /// - Parameter most: connections at the same time.
    init(serving: Serving, most: Int) {
        self.serving = serving
        list = ConnectionList(most: most)
    }

    /// Closes what is beyond its time.
    func sweep(now: NIODeadline) { list.sweep(now: now) }

    /// - Parameter certificates: nil for HTTP/1.1 without TLS.
    func configure(_ channel: any Channel, certificates: CertificateStore?) throws {
        let connection = register(channel, isCounted: true)
        guard let certificates else {
            try addHTTP1(to: channel, connection)
            return
        }
        try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: certificates.current()))
        try channel.pipeline.syncOperations.addHandler(
            ApplicationProtocolHandler { [self] isHTTP2 in
                if isHTTP2 {
                    try addHTTP2(to: channel, connection)
                } else {
                    try addHTTP1(to: channel, connection)
                }
            })
    }

    private func register(_ channel: any Channel, isCounted: Bool) -> Connection {
        let connection = Connection(channel, isCounted: isCounted, limits: serving.limits, now: .now())
        list.add(connection)
        channel.closeFuture.assumeIsolated().whenComplete { [self] _ in list.remove(connection) }
        return connection
    }

    private func addHTTP1(to channel: any Channel, _ connection: Connection) throws {
        let operations = channel.pipeline.syncOperations
        try operations.addHandler(ArrivalHandler(connection, isMultiplexed: false))
        // Without it a client that asks and never reads would have answers pile up.
        try operations.addHandler(BackPressureHandler())
        try operations.addHandler(ByteToMessageHandler(HTTPRequestDecoder(limitConfiguration: Self.decoderLimits)))
        try operations.addHandler(OriginHandler(serving, connection, isHTTP2: false))
    }

    private func addHTTP2(to channel: any Channel, _ connection: Connection) throws {
        let operations = channel.pipeline.syncOperations
        try operations.addHandler(ArrivalHandler(connection, isMultiplexed: true))
        var settings = NIOHTTP2Handler.ConnectionConfiguration()
        settings.initialSettings = [
            HTTP2Setting(parameter: .maxConcurrentStreams, value: OriginLimits.streams),
            HTTP2Setting(parameter: .maxHeaderListSize, value: OriginLimits.requestFieldsBytes),
        ]
        let pipeline = NIOLoopBound(self, eventLoop: channel.eventLoop)
        _ = try operations.configureHTTP2Pipeline(
            mode: .server, connectionConfiguration: settings, streamConfiguration: .init()
        ) { stream in
            stream.eventLoop.makeCompletedFuture { try pipeline.value.addStream(stream) }
        }
        // Tells the other side to ask no more when the server stops.
        try operations.addHandler(
            NIOHTTP2ServerConnectionManagementHandler(
                eventLoop: channel.eventLoop,
                configuration: .init(
                    maxIdleTime: nil, maxAge: nil, maxGraceTime: OriginLimits.grace, keepalive: nil)))
    }

    private func addStream(_ stream: any Channel) throws {
        let connection = register(stream, isCounted: false)
        let operations = stream.pipeline.syncOperations
        try operations.addHandler(HTTP2FramePayloadToHTTP1ServerCodec())
        try operations.addHandler(OriginHandler(serving, connection, isHTTP2: true))
    }

    private static var decoderLimits: NIOHTTPDecoderLimitConfiguration {
        var limits = NIOHTTPDecoderLimitConfiguration()
        limits.maxHeaderFieldSize = OriginLimits.requestFieldsBytes
        limits.maxHeaderListSize = OriginLimits.requestFieldsBytes
        limits.maxHeaderFieldCount = OriginLimits.requestFields
        return limits
    }
}
