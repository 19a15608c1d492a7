import NIOCore
import NIOHTTP1

/// One answer, complete but for what belongs to the connection.
struct OriginAnswer: Sendable {
    enum Body: Sendable {
        case none
        case bytes(ByteBuffer)
        /// Read while it is sent.
        case file(OpenFile, Range<Int>)
    }

    let status: HTTPResponseStatus
    /// With `Date`, and with `Content-Length` wherever the status allows one.
    var fields: HTTPHeaders
    var body: Body

    var bodyBytes: Int {
        switch body {
        case .none: 0
        case .bytes(let buffer): buffer.readableBytes
        case .file(_, let range): range.count
        }
    }

    /// The same without its body, for HEAD.
    var bodiless: OriginAnswer { OriginAnswer(status: status, fields: fields, body: .none) }
}
