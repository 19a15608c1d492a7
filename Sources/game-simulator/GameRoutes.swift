import HTTPTypes
import Hummingbird
import NIOCore
import Rankings
import ServiceLifecycle
import SimulatedGame

/// The simulated servers over HTTP: paths become requests, answers become responses, nothing is decided here.
struct GameRoutes: Sendable {
    /// Half of the body is out; the connection is to break.
    private struct BodyCut: Error {}

    /// One for each world; at least one.
    let servers: [GameServer]
    let clock: SimulationClock
    /// Nil where nothing is to be logged.
    let log: ShownLog?
    /// A line for each request of the game; nil where none is wanted.
    let accessLog: ShownLog?
    /// Nil where no login is asked for.
    let desk: AccountDesk?
    private let attempts = AttemptCounter()

    init(
        servers: [GameServer], clock: SimulationClock, log: ShownLog?, accessLog: ShownLog?, desk: AccountDesk?
    ) {
        precondition(!servers.isEmpty, "there is a world to show")
        self.servers = servers
        self.clock = clock
        self.log = log
        self.accessLog = accessLog
        self.desk = desk
    }

    /// The first world at the top, and each of several below a path of its own.
    func router() -> Router<BasicRequestContext> {
        let router = Router()
        addGame(ofWorld: 1, to: router)
        if servers.count > 1 {
            for world in 1...servers.count { addGame(ofWorld: world, to: router.group("/worlds/\(world)")) }
        }
        router.get("/simulation/clock") { _, _ in Self.json(clock.document()) }
        router.post("/simulation/clock") { request, _ in advance(request) }
        if let desk { addAccount(desk, to: router) }
        return router
    }

    private func addGame(ofWorld world: Int, to router: some RouterMethods<BasicRequestContext>) {
        router.get("/master/events.json") { request, _ in try await response(to: .events, request, of: world) }
        router.get("/master/worldBlooms.json") { request, _ in
            try await response(to: .worldBlooms, request, of: world)
        }
        router.get("/api/user/:self/event/:event/ranking") { request, context in
            guard request.uri.queryParameters["rankingViewType"] == "top100",
                let event = context.parameters.get("event", as: Int.self)
            else { return Self.response(.notFound) }
            return try await response(to: .top100(event: event), request, of: world)
        }
        router.get("/api/event/:event/ranking-border") { request, context in
            guard let event = context.parameters.get("event", as: Int.self) else { return Self.response(.notFound) }
            return try await response(to: .borders(event: event), request, of: world)
        }
    }

    private func addAccount(_ desk: AccountDesk, to router: Router<BasicRequestContext>) {
        router.put("/api/user/:self/auth") { request, _ in
            let answer = try await desk.logIn(request)
            try await note(answer, to: request, at: clock.now())
            return Self.response(answer)
        }
        router.get("/simulation/account") { _, _ in Self.json(await desk.document) }
        router.post("/simulation/account") { request, _ in
            if let version = request.uri.queryParameters["release"] {
                await desk.release(String(version))
            } else {
                await desk.endSession()
            }
            return Self.json(await desk.document)
        }
    }

    private func response(to question: GameRequest, _ request: Request, of world: Int) async throws -> Response {
        let now = clock.now()
        let attempt = attempts.next(question, of: world, at: now)
        var answer = servers[world - 1].answer(question, at: now, attempt: attempt)
        if let desk, question.event != nil {
            if let refusal = await desk.refusal(of: request) {
                answer = refusal
            } else {
                answer.headers["X-Session-Token"] = await desk.newToken()
            }
        }
        try await log?.append(ShownLine.bytes(question, answer, at: now, attempt: attempt, world: world))
        try await note(answer, to: request, at: now)
        if case .delayed(let duration) = answer.delivery {
            // A stop of the server must not wait for an answer that is slow on purpose.
            let wait = clock.realTime(of: duration)
            try await cancelWhenGracefulShutdown { try await Task.sleep(for: wait) }
        }
        return Self.response(answer)
    }

    private func note(_ answer: GameAnswer, to request: Request, at now: Instant) async throws {
        try await accessLog?.append(AccessLine.bytes(path: request.uri.path, status: answer.status, at: now))
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
        var response = json(answer.body, status)
        if answer.delivery == .cut {
            let half = ByteBuffer(bytes: answer.body.prefix(answer.body.count / 2))
            response.body = ResponseBody(contentLength: answer.body.count) { writer in
                try await writer.write(half)
                throw BodyCut()
            }
        }
        for (name, value) in answer.headers {
            if let name = HTTPField.Name(name) { response.headers[name] = value }
        }
        return response
    }

    private static func json(_ body: [UInt8], _ status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
    }
}
