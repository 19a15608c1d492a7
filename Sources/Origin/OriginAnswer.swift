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

    let head: AnswerHead
    let body: Body

    init(_ head: AnswerHead, _ body: Body) {
        self.head = head
        self.body = body
    }

    init(status: HTTPResponseStatus, fields: HTTPHeaders, body: Body) {
        self.init(AnswerHead(status: status, fields: fields), body)
    }

    var bodyBytes: Int {
        switch body {
        case .none: 0
        case .bytes(let buffer): buffer.readableBytes
        case .file(_, let range): range.count
        }
    }

    /// The same without its body, for HEAD.
    var bodiless: OriginAnswer { OriginAnswer(head, .none) }

    /// The same with one field more.
    func adding(_ name: String, _ value: String) -> OriginAnswer { OriginAnswer(head.adding(name, value), body) }
}
