import NIOCore
import NIOHTTP1

/// Status and fields of an answer, ready for HTTP/2 and as HTTP/1.1 writes them.
struct AnswerHead: Sendable {
    let status: HTTPResponseStatus
    /// With `Date`, and with `Content-Length` wherever the status allows one.
    let fields: HTTPHeaders
    /// The status line and the fields, without the empty line that ends them: fields of the connection may follow.
    let bytes: ByteBuffer

    init(status: HTTPResponseStatus, fields: HTTPHeaders) {
        self.status = status
        self.fields = fields
        var bytes = ByteBuffer()
        bytes.writeString("HTTP/1.1 \(status.code) \(status.reasonPhrase)\r\n")
        for (name, value) in fields { bytes.writeString("\(name): \(value)\r\n") }
        self.bytes = bytes
    }

    /// The same with one field more.
    func adding(_ name: String, _ value: String) -> AnswerHead {
        var fields = fields
        fields.add(name: name, value: value)
        return AnswerHead(status: status, fields: fields)
    }
}
