import NIOCore
import NIOTLS

/// Waits for the handshake of TLS to tell which version of HTTP the client speaks, sets the handlers of it, and leaves.
final class ApplicationProtocolHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private let onChosen: (_ isHTTP2: Bool) throws -> Void
    /// Came with the end of the handshake, before anyone could read it.
    private var early: [NIOAny] = []

    init(onChosen: @escaping (_ isHTTP2: Bool) throws -> Void) { self.onChosen = onChosen }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) { early.append(data) }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard case .handshakeCompleted(let chosen)? = event as? TLSUserEvent else {
            context.fireUserInboundEventTriggered(event)
            return
        }
        do {
            try onChosen(chosen == Self.http2)
        } catch {
            context.close(promise: nil)
            return
        }
        context.fireUserInboundEventTriggered(event)
        let early = early
        self.early = []
        for data in early { context.fireChannelRead(data) }
        if !early.isEmpty { context.fireChannelReadComplete() }
        context.pipeline.syncOperations.removeHandler(context: context, promise: nil)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // A handshake that failed; there is nobody to tell.
        context.close(promise: nil)
    }

    static let http2 = "h2"
    static let http1 = "http/1.1"
}
