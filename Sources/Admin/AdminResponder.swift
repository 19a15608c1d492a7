import HTTPTypes
import Hummingbird
import NIOCore

/// Answers the three paths, by GET and HEAD.
struct AdminResponder: HTTPResponder {
    let mediaType: String
    let metrics: @Sendable () async -> String
    let readiness: @Sendable () async -> Readiness

    private static let plain = "text/plain; charset=utf-8"

    func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
        guard request.method == .get || request.method == .head else {
            var response = text("write GET\n", .methodNotAllowed)
            response.headers[.allow] = "GET, HEAD"
            return response
        }
        let response = await answer(to: request.uri.path)
        return request.method == .head ? response.createHeadResponse() : response
    }

    private func answer(to path: String) async -> Response {
        switch path {
        case "/metrics": return text(await metrics(), .ok, type: mediaType)
        case "/health": return text("ok\n", .ok)
        case "/ready":
            let readiness = await readiness()
            let lines = [readiness.isReady ? "ready" : "not ready"] + readiness.reasons
            return text(lines.map { $0 + "\n" }.joined(), readiness.isReady ? .ok : .serviceUnavailable)
        default: return text("here are /metrics, /health and /ready\n", .notFound)
        }
    }

    private func text(_ text: String, _ status: HTTPResponse.Status, type: String = plain) -> Response {
        Response(
            status: status, headers: [.contentType: type, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
