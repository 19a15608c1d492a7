import NIOCore
import NIOHTTP1

/// Puts answers on their way: over HTTP/1 as bytes, small ones whole in one piece, and on a stream of HTTP/2 as the
/// parts its codec takes.
enum AnswerWriter {
    case http1
    case http2

    /// Larger bodies are not copied to stand behind their heads.
    private static let copiedBytes = 16_384

    /// Writes an answer to its end, whose body is in memory.
    ///
    /// - Parameters:
    ///   - option: of HTTP/1's field `Connection`.
    ///   - sent: fulfilled when the system has taken the last byte.
    func writeWhole(
        _ answer: OriginAnswer, option: String?, _ context: ChannelHandlerContext, sent: EventLoopPromise<Void>
    ) {
        let head = answer.head
        switch self {
        case .http1:
            guard case .bytes(let body) = answer.body else {
                context.writeAndFlush(NIOAny(bytes(of: head, option: option)), promise: sent)
                return
            }
            if body.readableBytes <= Self.copiedBytes {
                var bytes = bytes(of: head, option: option, room: body.readableBytes)
                bytes.writeImmutableBuffer(body)
                context.writeAndFlush(NIOAny(bytes), promise: sent)
            } else {
                context.write(NIOAny(bytes(of: head, option: option)), promise: nil)
                context.writeAndFlush(NIOAny(body), promise: sent)
            }
        case .http2:
            writeHead(head, option: option, context)
            if case .bytes(let body) = answer.body { writePart(.body(.byteBuffer(body)), context) }
            writeEnd(context, sent: sent)
        }
    }

    /// Begins an answer whose body follows in pieces.
    func writeHead(_ head: AnswerHead, option: String?, _ context: ChannelHandlerContext) {
        switch self {
        case .http1: context.write(NIOAny(bytes(of: head, option: option)), promise: nil)
        case .http2:
            writePart(.head(HTTPResponseHead(version: .http2, status: head.status, headers: head.fields)), context)
        }
    }

    func writePiece(_ piece: ByteBuffer, _ context: ChannelHandlerContext, sent: EventLoopPromise<Void>) {
        switch self {
        case .http1: context.writeAndFlush(NIOAny(piece), promise: sent)
        case .http2: context.writeAndFlush(NIOAny(HTTPServerResponsePart.body(.byteBuffer(piece))), promise: sent)
        }
    }

    /// Ends an answer of pieces, each of which was awaited: over HTTP/1 there is nothing to be said after the last.
    func writeEnd(_ context: ChannelHandlerContext, sent: EventLoopPromise<Void>) {
        switch self {
        case .http1: sent.succeed()
        case .http2: context.writeAndFlush(NIOAny(HTTPServerResponsePart.end(nil)), promise: sent)
        }
    }

    private func writePart(_ part: HTTPServerResponsePart, _ context: ChannelHandlerContext) {
        context.write(NIOAny(part), promise: nil)
    }

    /// - Parameter room: bytes that will follow.
    private func bytes(of head: AnswerHead, option: String?, room: Int = 0) -> ByteBuffer {
        var bytes = ByteBuffer()
        bytes.reserveCapacity(head.bytes.readableBytes + 32 + room)
        bytes.writeImmutableBuffer(head.bytes)
        if let option { bytes.writeString("\(FieldName.connection): \(option)\r\n") }
        bytes.writeStaticString("\r\n")
        return bytes
    }
}
