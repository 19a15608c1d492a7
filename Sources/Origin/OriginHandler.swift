import Logging
import NIOCore
import NIOHTTP1
import Rankings

/// Answers the requests of one connection, one after the other; in HTTP/2 the one request of a stream.
///
/// What comes while an answer waits for the disk is held, and nothing more is read, so that a client that asks ahead is
/// answered in its order.
final class OriginHandler: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundIn = Never
    typealias OutboundOut = ByteBuffer

    private enum State {
        case idle
        /// The rest of a request that will be answered at its end.
        case reading(HTTPRequestHead, bodyBytes: Int)
        /// An answer is on its way that waits for the disk.
        case answering
        /// Nothing more is answered on this connection.
        case ended
    }

    private enum Event {
        case part(HTTPServerRequestPart)
        case fault(RequestFault)
        /// The other side sends nothing more; it may still read.
        case inputEnd
    }

    private let serving: Serving
    private let connection: Connection
    private let isHTTP2: Bool
    private let writer: AnswerWriter
    private var state = State.idle
    private var held = CircularBuffer<Event>(initialCapacity: 0)
    private var isReadHeld = false
    private var hasInputEnded = false
    /// The server stops: the next answer is the last.
    private var isQuiescing = false
    private var memo = RequestMemo()

    init(_ serving: Serving, _ connection: Connection, isHTTP2: Bool) {
        self.serving = serving
        self.connection = connection
        self.isHTTP2 = isHTTP2
        writer = isHTTP2 ? .http2 : .http1
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) { take(.part(unwrapInboundIn(data)), context) }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .inputClosed? = event as? ChannelEvent {
            take(.inputEnd, context)
        } else if event is ChannelShouldQuiesceEvent, !isHTTP2 {
            isQuiescing = true
            closeIfDone(context)
        }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if let fault = (error as? HTTPParserError).map(RequestFault.init) {
            take(.fault(fault), context)
        } else if !isEnded {
            // The connection broke, or TLS did: there is nobody to tell.
            context.close(promise: nil)
        }
    }

    func read(context: ChannelHandlerContext) {
        if isAnswering {
            isReadHeld = true
        } else {
            context.read()
        }
    }

    private var isAnswering: Bool { if case .answering = state { true } else { false } }
    private var isEnded: Bool { if case .ended = state { true } else { false } }

    private func take(_ event: Event, _ context: ChannelHandlerContext) {
        if isAnswering {
            held.append(event)
        } else {
            handle(event, context)
        }
    }

    /// Goes on with what was held while an answer was on its way.
    private func resume(_ context: ChannelHandlerContext) {
        while !isAnswering, let event = held.popFirst() { handle(event, context) }
        if !isAnswering, isReadHeld {
            isReadHeld = false
            context.read()
        }
    }

    private func handle(_ event: Event, _ context: ChannelHandlerContext) {
        switch (event, state) {
        case (.part(.head(let head)), .idle):
            if let fault = RequestFault(head, isHTTP2: isHTTP2) {
                refuse(fault, context)
            } else {
                state = .reading(head, bodyBytes: 0)
            }
        case (.part(.body(let part)), .reading(let head, let before)):
            let bodyBytes = before + part.readableBytes
            if bodyBytes > OriginLimits.requestBodyBytes {
                refuse(.bodyTooLarge, context)
            } else {
                state = .reading(head, bodyBytes: bodyBytes)
            }
        case (.part(.end), .reading(let head, _)): respond(to: head, context)
        case (.fault, .ended): break
        case (.fault(let fault), _): refuse(fault, context)
        case (.inputEnd, _):
            hasInputEnded = true
            closeIfDone(context)
        case (.part, _): break
        }
    }

    private func respond(to head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        let now = serving.responder.time.now()
        let request = OriginRequest(head, now: now.unixSeconds, memo: &memo)
        if let answer = serving.responder.respond(to: request, now: now, mayRead: false) {
            send(answer, to: head, context)
            return
        }
        state = .answering
        connection.answerBegan(bytes: 0, now: .now())
        serving.reading(on: context.eventLoop) { [responder = serving.responder] in
            responder.respond(to: request, now: now, mayRead: true)
        }.assumeIsolated().whenSuccess { [self] answer in
            connection.answerEnded(now: .now())
            guard context.channel.isActive, let answer else {
                context.close(promise: nil)
                return
            }
            send(answer, to: head, context)
            resume(context)
        }
    }

    private func refuse(_ fault: RequestFault, _ context: ChannelHandlerContext) {
        let answer = serving.responder.refusal(fault.status, fault.words, now: serving.responder.time.now())
        send(answer, to: nil, context)
    }

    /// - Parameter head: nil where the request was not understood; the connection ends with it.
    private func send(_ answer: OriginAnswer, to head: HTTPRequestHead?, _ context: ChannelHandlerContext) {
        serving.logger.debug(
            "request answered", metadata: ["path": "\(head?.uri ?? "")", "status": "\(answer.head.status.code)"])
        let keepsAlive = head.map { isHTTP2 || ($0.isKeepAlive && !isQuiescing) } ?? false
        let option = keepsAlive ? (head?.version == .http1_0 ? "keep-alive" : nil) : "close"
        connection.answerBegan(bytes: answer.bodyBytes, now: .now())
        if case .file(let file, let range) = answer.body {
            state = .answering
            writer.writeHead(answer.head, option: option, context)
            send(file, range, keepsAlive: keepsAlive, context)
        } else {
            let sent = end(keepsAlive: keepsAlive, context)
            writer.writeWhole(answer, option: option, context, sent: sent)
        }
    }

    /// Sends a part of a large file, a piece at a time: the next is read when the last one is on its way.
    private func send(_ file: OpenFile, _ range: Range<Int>, keepsAlive: Bool, _ context: ChannelHandlerContext) {
        let piece = range.prefix(OriginLimits.chunkBytes)
        guard !piece.isEmpty else {
            writer.writeEnd(context, sent: end(keepsAlive: keepsAlive, context))
            resume(context)
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
                sent.futureResult.assumeIsolated().whenSuccess { [self] in
                    send(file, piece.upperBound..<range.upperBound, keepsAlive: keepsAlive, context)
                }
                writer.writePiece(ByteBuffer(bytes: bytes), context, sent: sent)
            }
    }

    /// Ends an answer whose last bytes are written next.
    ///
    /// - Returns: to be fulfilled when they are on their way.
    private func end(keepsAlive: Bool, _ context: ChannelHandlerContext) -> EventLoopPromise<Void> {
        state = keepsAlive ? .idle : .ended
        let sent = context.eventLoop.makePromise(of: Void.self)
        sent.futureResult.assumeIsolated().whenComplete { [self] _ in
            connection.answerEnded(now: .now())
            if !keepsAlive, !hasInputEnded { close(context) }
            closeIfDone(context)
        }
        return sent
    }

    /// Closes where nothing more will be asked, or the server stops between two requests, once all answers were sent.
    private func closeIfDone(_ context: ChannelHandlerContext) {
        guard connection.phase != .answering else { return }
        if case .reading = state, !hasInputEnded { return }
        if hasInputEnded || isQuiescing { context.close(promise: nil) }
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
