import NIOCore
import NIOHTTP1
import NIOHTTPTypesHTTP1
import NIOWebSocket

/// A WebSocket, for those who are not on its event loop.
struct Socket: Sendable {
    /// Texts that wait to be read: more than one is against the rules anyway.
    private static let waitingTexts = 2

    /// What the client says, until the connection ends.
    let texts: AsyncStream<String>
    private let channel: any Channel
    private let handler: NIOLoopBound<SocketHandler>

    /// Makes one of a connection whose handshake was answered by 101, and by nothing after it.
    ///
    /// - Parameter channel: one that `ScoreChannel` set up.
    static func open(on channel: any Channel) async throws -> Socket {
        let (texts, continuation) = AsyncStream.makeStream(
            of: String.self, bufferingPolicy: .bufferingOldest(waitingTexts))
        let handler = try await channel.eventLoop.flatSubmit {
            channel.eventLoop.makeCompletedFuture {
                try change(channel, to: SocketHandler(texts: continuation))
            }.flatMap { handler, removal in removal.map { handler } }
        }.get()
        let socket = Socket(texts: texts, channel: channel, handler: handler)
        try await channel.eventLoop.submit { handler.value.open() }.get()
        return socket
    }

    /// Frames in the place of HTTP. The decoder leaves last, with what it has not read; until then nothing is written,
    /// as it looks at what is.
    private static func change(
        _ channel: any Channel, to handler: SocketHandler
    ) throws -> (handler: NIOLoopBound<SocketHandler>, removal: EventLoopFuture<Void>) {
        let pipeline = channel.pipeline.syncOperations
        let decoder = try pipeline.context(handlerType: ByteToMessageHandler<HTTPRequestDecoder>.self)
        let codec = try pipeline.handler(type: HTTP1ToHTTPServerCodec.self)
        try pipeline.addHandlers(
            [
                WebSocketFrameEncoder(),
                ByteToMessageHandler(WebSocketFrameDecoder(maxFrameSize: SocketMessages.longest)), handler,
            ], position: .after(codec))
        let removals = [
            pipeline.removeHandler(context: try pipeline.context(handlerType: HTTP1ToHTTPServerCodec.self)),
            pipeline.removeHandler(context: try pipeline.context(handlerType: HTTPResponseEncoder.self)),
            pipeline.removeHandler(context: decoder),
        ]
        return (NIOLoopBound(handler, eventLoop: channel.eventLoop), .andAllSucceed(removals, on: channel.eventLoop))
    }

    /// Returns when the system has taken the bytes: whoever does not read is waited for.
    func send(_ text: String) async throws {
        let handler = handler
        try await channel.eventLoop.flatSubmit { [eventLoop = channel.eventLoop] in
            let promise = eventLoop.makePromise(of: Void.self)
            handler.value.send(text, promise: promise)
            return promise.futureResult
        }.get()
    }

    /// - Throws: where several were not answered.
    func ping() async throws {
        let handler = handler
        try await channel.eventLoop.flatSubmit { [eventLoop = channel.eventLoop] in
            let promise = eventLoop.makePromise(of: Void.self)
            handler.value.ping(promise: promise)
            return promise.futureResult
        }.get()
    }

    /// Says why and ends the connection.
    func close(_ failure: SocketFailure) {
        let handler = handler
        channel.eventLoop.execute { handler.value.fail(failure) }
    }
}
