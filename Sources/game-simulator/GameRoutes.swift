import HTTPTypes
import Hummingbird
import NIOCore
import Rankings
import ServiceLifecycle
import SimulatedGame

/// The simulated server over HTTP: paths become requests, answers become responses, nothing is decided here.
struct GameRoutes: Sendable {
    /// Half of the body is out; the connection is to break.
    private struct BodyCut: Error {}

    let server: GameServer
    let clock: SimulationClock
    /// Nil where nothing is to be logged.
    let log: ShownLog?

    func router() -> Router<BasicRequestContext> {
        let router = Router()
        router.get("/master/events.json") { _, _ in try await response(to: .events) }
        router.get("/master/worldBlooms.json") { _, _ in try await response(to: .worldBlooms) }
        router.get("/api/user/:self/event/:event/ranking") { request, context in
            guard request.uri.queryParameters["rankingViewType"] == "top100",
                let event = context.parameters.get("event", as: Int.self)
            else { return Self.response(.notFound) }
            return try await response(to: .top100(event: event))
        }
        router.get("/api/event/:event/ranking-border") { _, context in
            guard let event = context.parameters.get("event", as: Int.self) else { return Self.response(.notFound) }
            return try await response(to: .borders(event: event))
        }
        router.get("/simulation/clock") { _, _ in Self.json(clock.document()) }
        router.post("/simulation/clock") { request, _ in advance(request) }
        return router
    }

    private func response(to request: GameRequest) async throws -> Response {
        let now = clock.now()
        let answer = server.answer(request, at: now)
        if let log, let line = ShownLine.bytes(request, answer, at: now) { try await log.append(line) }
        if case .delayed(let duration) = answer.delivery {
            // A stop of the server must not wait for an answer that is slow on purpose.
            try await cancelWhenGracefulShutdown { try await Task.sleep(for: duration) }
        }
        return Self.response(answer)
    }

    private func advance(_ request: Request) -> Response {
        guard let target = request.uri.queryParameters["advance-to"].flatMap({ Int64($0) }),
            Self.plausibleMilliseconds.contains(target)
        else { return Self.json(Array("{\"error\":\"advance-to must be milliseconds since 1970\"}".utf8), .badRequest) }
        guard clock.advance(to: Instant(unixMilliseconds: target)) != nil else {
            return Self.json(Array("{\"error\":\"the clock runs by itself unless --speed max\"}".utf8), .conflict)
        }
        return Self.json(clock.document())
    }

    /// Up to the year 2200; beyond it arithmetic on instants could overflow.
    private static let plausibleMilliseconds: ClosedRange<Int64> = 0...7_258_118_400_000

    private static func response(_ answer: GameAnswer) -> Response {
        let status = HTTPResponse.Status(code: answer.status)
        guard answer.delivery == .cut else { return json(answer.body, status) }
        let half = ByteBuffer(bytes: answer.body.prefix(answer.body.count / 2))
        let body = ResponseBody(contentLength: answer.body.count) { writer in
            try await writer.write(half)
            throw BodyCut()
        }
        return Response(status: status, headers: [.contentType: "application/json"], body: body)
    }

    private static func json(_ body: [UInt8], _ status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
    }
}
