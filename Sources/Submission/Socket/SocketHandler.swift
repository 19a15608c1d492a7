import NIOCore
import NIOWebSocket

/// One WebSocket on its event loop: answers pings and closes itself, hands on texts, and closes what breaks the rules
/// or does not answer.
final class SocketHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = WebSocketFrame
    typealias OutboundOut = WebSocketFrame

    /// Pings without a frame in answer; the other end is gone then.
    static let unanswered = 3
    /// How long the other end has for its own close.
    static let farewell = TimeAmount.seconds(2)

    private enum State {
        /// What came before the handshake was done with.
        case waiting([NIOAny])
        case established
        /// A close was sent, or everything ended.
        case closing
    }

    private let texts: AsyncStream<String>.Continuation
    private var messages = SocketMessages()
    private var state = State.waiting([])
    private var pings = 0
    private var context: ChannelHandlerContext?

    /// - Parameter texts: finished when the connection is.
    init(texts: AsyncStream<String>.Continuation) { self.texts = texts }

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) { end() }

    func channelInactive(context: ChannelHandlerContext) {
        end()
        context.fireChannelInactive()
    }

    private func end() {
        state = .closing
        context = nil
        texts.finish()
    }

    /// Nothing but frames comes and goes from now on.
    func open() {
        guard case .waiting(let early) = state, let context else { return }
        state = .established
        for data in early { channelRead(context: context, data: data) }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch state {
        case .waiting(let early): state = .waiting(early + [data])
        case .established:
            do {
                if let event = try messages.take(unwrapInboundIn(data)) { act(on: event, context) }
            } catch {
                fail(error)
            }
        case .closing:
            if unwrapInboundIn(data).opcode == .connectionClose { context.close(promise: nil) }
        }
    }

    private func act(on event: SocketEvent, _ context: ChannelHandlerContext) {
        pings = 0
        switch event {
        case .text(let text): texts.yield(text)
        case .ping(let data): write(.pong, data, promise: nil)
        case .pong: break
        case .close(let code):
            // The same code back, and the end: a server closes first.
            state = .closing
            let promise = context.eventLoop.makePromise(of: Void.self)
            write(.connectionClose, code.map { ByteBuffer(integer: $0) } ?? ByteBuffer(), promise: promise)
            let channel = context.channel
            promise.futureResult.whenComplete { _ in channel.close(promise: nil) }
            closeLater(context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        switch error {
        case let error as NIOWebSocketError: fail(error == .invalidFrameLength ? .tooLarge : .protocol)
        // What comes after an error is not looked at; to close at once would take the close back that is on its way.
        case is ByteToMessageDecoderError: break
        default: context.close(promise: nil)
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        // The other end says nothing more: there is no half of a WebSocket.
        if case ChannelEvent.inputClosed = event { context.close(promise: nil) }
        context.fireUserInboundEventTriggered(event)
    }

    /// Sends a close with the reason, and waits a little for the other end's.
    func fail(_ failure: SocketFailure) {
        guard let context, case .established = state else { return }
        state = .closing
        var data = ByteBuffer(integer: failure.code)
        data.writeString(failure.reason)
        let promise = context.eventLoop.makePromise(of: Void.self)
        write(.connectionClose, data, promise: promise)
        let channel = context.channel
        promise.futureResult.whenSuccess { channel.close(mode: .output, promise: nil) }
        closeLater(context)
    }

    private func closeLater(_ context: ChannelHandlerContext) {
        let channel = context.channel
        context.eventLoop.scheduleTask(in: Self.farewell) { channel.close(promise: nil) }
    }

    /// - Parameter promise: kept when the system has taken the bytes.
    func send(_ text: String, promise: EventLoopPromise<Void>) {
        guard case .established = state else { return promise.fail(ChannelError.ioOnClosedChannel) }
        write(.text, ByteBuffer(string: text), promise: promise)
    }

    func ping(promise: EventLoopPromise<Void>) {
        guard case .established = state, let context else { return promise.fail(ChannelError.ioOnClosedChannel) }
        guard pings < Self.unanswered else {
            promise.fail(ChannelError.ioOnClosedChannel)
            return context.close(promise: nil)
        }
        pings += 1
        write(.ping, ByteBuffer(), promise: promise)
    }

    private func write(_ opcode: WebSocketOpcode, _ data: ByteBuffer, promise: EventLoopPromise<Void>?) {
        guard let context else { return promise?.fail(ChannelError.ioOnClosedChannel) ?? () }
        context.writeAndFlush(wrapOutboundOut(WebSocketFrame(fin: true, opcode: opcode, data: data)), promise: promise)
    }
}
