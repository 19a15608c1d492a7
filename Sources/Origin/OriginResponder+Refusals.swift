import HTTPTypes
import Hummingbird
import NIOCore

/// Answers that depend on no file.
extension OriginResponder {
    func methodNotAllowed() -> Response {
        var fields = refusalFields(ending: "")
        fields[.allow] = "GET, HEAD"
        return text(.methodNotAllowed, "Only GET and HEAD are answered here\n", fields)
    }

    func malformed() -> Response {
        text(.badRequest, "The path is not valid\n", refusalFields(ending: ""))
    }

    func notAcceptable(_ path: String) -> Response {
        text(
            .notAcceptable, "Available: \(ContentCoding.allCases.map(\.name).joined(separator: ", "))\n",
            refusalFields(ending: MediaType.ending(of: path)))
    }

    func text(_ status: HTTPResponse.Status, _ text: String, _ fields: HTTPFields) -> Response {
        var fields = fields
        fields[.contentType] = MediaType.of(".txt")
        return Response(status: status, headers: fields, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    /// An answer that has no body by its status; a length would be that of the file.
    func bodiless(_ status: HTTPResponse.Status, _ fields: HTTPFields) -> Response {
        var response = Response(status: status, headers: fields)
        response.headers[.contentLength] = nil
        return response
    }

    private func refusalFields(ending: String) -> HTTPFields {
        var fields = SecurityFields.of(ending: ending)
        fields[.vary] = "Accept-Encoding"
        CachePolicy.never.apply(to: &fields, maxAge: 0)
        return fields
    }
}
