import Logging
import NIOCore
import NIOHTTP1
import Rankings

/// Answers the requests of one connection, one after the other; in HTTP/2 the one request of a stream.
final class OriginHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private enum State {
        case idle
        /// The rest of a request that will be answered at its end.
        case reading(HTTPRequestHead, bodyBytes: Int)
        /// Nothing more is answered on this connection.
        case ended
    }

    private let serving: Serving
    private let connection: Connection
    private let isHTTP2: Bool
    private var state = State.idle
    /// The other side sends nothing more; it may still read.
    private var hasInputEnded = false
    private var memo = RequestMemo()

    init(_ serving: Serving, _ connection: Connection, isHTTP2: Bool) {
        self.serving = serving
        self.connection = connection
        self.isHTTP2 = isHTTP2
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch (unwrapInboundIn(data), state) {
        case (.head(let head), .idle):
            if let fault = RequestFault(head, isHTTP2: isHTTP2) {
                refuse(fault, context)
            } else {
                state = .reading(head, bodyBytes: 0)
            }
        case (.body(let part), .reading(let head, let before)):
            let bodyBytes = before + part.readableBytes
            if bodyBytes > OriginLimits.requestBodyBytes {
                refuse(.bodyTooLarge, context)
            } else {
                state = .reading(head, bodyBytes: bodyBytes)
            }
        case (.end, .reading(let head, _)):
            state = .idle
            respond(to: head, context)
        default: break
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .inputClosed? = event as? ChannelEvent {
            hasInputEnded = true
            if connection.phase != .answering { context.close(promise: nil) }
        }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if case .ended = state { return }
        guard let fault = (error as? HTTPParserError).map(RequestFault.init) else {
            // The connection broke, or TLS did: there is nobody to tell.
            context.close(promise: nil)
            return
        }
        refuse(fault, context)
    }

    private func respond(to head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        let now = serving.responder.time.now()
        let request = OriginRequest(head, now: now.unixSeconds, memo: &memo)
        let keepsAlive = isHTTP2 || head.isKeepAlive
        if let answer = serving.responder.respond(to: request, now: now, mayRead: false) {
            send(answer, to: head, keepsAlive: keepsAlive, context)
            return
        }
        connection.answerBegan(bytes: 0, now: .now())
        serving.reading(on: context.eventLoop) { [responder = serving.responder] in
            responder.respond(to: request, now: now, mayRead: true)
        }.assumeIsolated().whenSuccess { [self] answer in
            connection.answerEnded(now: .now())
            guard context.channel.isActive, let answer else {
                context.close(promise: nil)
                return
            }
            send(answer, to: head, keepsAlive: keepsAlive, context)
        }
    }

    private func refuse(_ fault: RequestFault, _ context: ChannelHandlerContext) {
        state = .ended
        let answer = serving.responder.refusal(fault.status, fault.words, now: serving.responder.time.now())
        send(answer, to: nil, keepsAlive: false, context)
    }

    /// - Parameter head: nil where the request was not understood.
    private func send(
        _ answer: OriginAnswer, to head: HTTPRequestHead?, keepsAlive: Bool, _ context: ChannelHandlerContext
    ) {
        var fields = answer.fields
        if !isHTTP2 {
            if !keepsAlive {
                fields.add(name: FieldName.connection, value: "close")
                state = .ended
            } else if head?.version == .http1_0 {
                fields.add(name: FieldName.connection, value: "keep-alive")
            }
        }
        serving.logger.debug(
            "request answered", metadata: ["path": "\(head?.uri ?? "")", "status": "\(answer.status.code)"])
        connection.answerBegan(bytes: answer.bodyBytes, now: .now())
        context.write(
            wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: answer.status, headers: fields))),
            promise: nil)
        switch answer.body {
        case .none: finish(keepsAlive: keepsAlive, context)
        case .bytes(let buffer):
            context.write(wrapOutboundOut(.body(.byteBuffer(buffer))), promise: nil)
            finish(keepsAlive: keepsAlive, context)
        case .file(let file, let range): send(file, range, keepsAlive: keepsAlive, context)
        }
    }

    /// Sends a part of a large file, a piece at a time: the next is read when the last one is on its way.
    private func send(_ file: OpenFile, _ range: Range<Int>, keepsAlive: Bool, _ context: ChannelHandlerContext) {
        let piece = range.prefix(OriginLimits.chunkBytes)
        guard !piece.isEmpty else {
            finish(keepsAlive: keepsAlive, context)
            return
        }
        serving.reading(on: context.eventLoop) { file.read(at: piece.lowerBound, count: piece.count) }
            .assumeIsolated().whenSuccess { [self] bytes in
                guard let bytes, bytes.count == piece.count else {
                    // Cut short meanwhile: the connection ends within the answer, so that no client takes the part for
                    // the whole.
                    context.close(promise: nil)
                    return
                }
                let sent = context.eventLoop.makePromise(of: Void.self)
                context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: bytes)))), promise: sent)
                sent.futureResult.assumeIsolated().whenSuccess { [self] in
                    send(file, piece.upperBound..<range.upperBound, keepsAlive: keepsAlive, context)
                }
            }
    }

    private func finish(keepsAlive: Bool, _ context: ChannelHandlerContext) {
        let sent = context.eventLoop.makePromise(of: Void.self)
        sent.futureResult.assumeIsolated().whenComplete { [self] _ in
            connection.answerEnded(now: .now())
            if hasInputEnded {
                context.close(promise: nil)
            } else if !keepsAlive {
                close(context)
            }
        }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: sent)
    }

    /// Says that nothing more comes, and waits a little for the other side to say so too.
    private func close(_ context: ChannelHandlerContext) {
        connection.closes(now: .now())
        if isHTTP2 {
            context.close(promise: nil)
        } else {
            context.close(mode: .output, promise: nil)
        }
    }
}
