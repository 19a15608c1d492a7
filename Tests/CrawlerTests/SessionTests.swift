import Logging
import Rankings
import Synchronization
import Testing
import Transfer

@testable import Crawler

private struct FixedTime: TimeSource {
    func now() -> Instant { Instant(unixSeconds: 1_000_000) }
    func sleep(until instant: Instant) async throws {}
}

/// A server with one account: its token changes with each answer.
private final class AccountServer: Sending {
    struct State {
        var token: String?
        var version = "1"
        var made = 0
        var log: [String] = []
        var answersWith: Response?
        var hangs = false
        var versionsFail = false
        var areSecret: [Bool] = []
    }

    let state = Mutex(State())

    func settle() async {}
    func reject(_ address: String, until deadline: ContinuousClock.Instant) async {}

    func response(to request: OutgoingRequest, until deadline: ContinuousClock.Instant) async throws -> Response {
        let hangs = state.withLock { state in
            state.log.append(request.elsewhere ?? request.path)
            state.areSecret.append(request.isSecret)
            return state.hangs
        }
        if hangs { try await Task.sleep(for: .seconds(3600)) }
        return state.withLock { state in
            if request.elsewhere != nil, state.versionsFail { return answer(500, "") }
            if request.elsewhere != nil { return answer(200, "{\"appVersion\":\"\(state.version)\"}") }
            if let fixed = state.answersWith { return fixed }
            guard request.headers["X-App-Version"] == state.version else { return answer(426, "") }
            if request.path == "/login" {
                guard request.body == Array("{\"credential\":\"secret-credential\"}".utf8) else {
                    return answer(403, "")
                }
                state.token = "first-of-\(state.made)"
                return answer(200, "{\"sessionToken\":\"\(state.token ?? "")\",\"dataVersion\":\"9\"}")
            }
            guard let token = state.token, request.headers["X-Session-Token"] == token,
                request.headers["X-Data-Version"] == "9"
            else { return answer(403, "{\"httpStatus\":403,\"errorCode\":\"session_error\"}") }
            state.made += 1
            state.token = "token-\(state.made)"
            return answer(request.path == "/missing" ? 404 : 200, "body", ["X-Session-Token": state.token ?? ""])
        }
    }

    func answer(_ status: Int, _ body: String, _ headers: [String: String] = [:]) -> Response {
        Response(
            status: status, headers: headers.map { Header($0.key, $0.value) }, body: Array(body.utf8),
            effectiveURL: "", httpVersion: .http11, duration: .zero)
    }

    var log: [String] { state.withLock { $0.log } }
}

/// Keeps one session in memory, held by one at a time.
private final class MemorySessions: SessionStore {
    struct State {
        var sealed: [UInt8]?
        var holders = 0
        var mostHolders = 0
        var isBroken = false
    }

    private struct Broken: Error {}

    let state = Mutex(State())

    func hold(
        _ account: String, lease: Duration, until deadline: ContinuousClock.Instant
    ) async throws -> HeldSession? {
        while true {
            let held = try state.withLock { state -> HeldSession? in
                if state.isBroken { throw Broken() }
                guard state.holders == 0 else { return nil }
                state.holders += 1
                state.mostHolders = max(state.mostHolders, state.holders)
                return HeldSession(account: account, holder: [1], sealed: state.sealed)
            }
            if let held { return held }
            await Task.yield()
        }
    }

    func release(_ held: HeldSession, keeping sealed: [UInt8]?) async throws {
        state.withLock { state in
            state.holders -= 1
            state.sealed = sealed
        }
    }
}

@Suite struct SessionTests {
    private let server = AccountServer()
    private let store = MemorySessions()

    private func fetching(
        login: String = "{\"credential\":\"secret-credential\"}", format: BodyFormat = .json
    ) throws -> SessionFetching {
        let standing = StandingHeaders(plain: ["X-App-Version": "1"])
        let rules = try SessionRules(
            account: "sim/main", login: OutgoingRequest(path: "/login", method: "PUT", headers: standing.plain),
            credential: Array(login.utf8), versions: OutgoingRequest(path: "", elsewhere: "http://versions"),
            format: format)
        return SessionFetching(
            rules: rules, sending: server, headers: standing, store: store,
            reader: AnswerReader(time: FixedTime(), trouble: { SessionRules.trouble(in: $0, format: .json) }),
            time: FixedTime(), logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
    }

    private func ask(_ fetching: SessionFetching, _ path: String = "/top") async -> String {
        do {
            let answer = try await fetching.answer(
                to: UpstreamRequest(path: path), known: .none, until: .now + .seconds(60))
            return String(decoding: answer.body ?? [], as: UTF8.self)
        } catch {
            return "\(error)"
        }
    }

    @Test func itLogsInOnceAndFollowsTheToken() async throws {
        let fetching = try fetching()
        for _ in 0..<3 { #expect(await ask(fetching) == "body") }
        #expect(server.log == ["/login", "/top", "/top", "/top"])
    }

    @Test func anotherProcessGoesOnWithTheSession() async throws {
        #expect(await ask(try fetching()) == "body")
        #expect(await ask(try fetching()) == "body")
        #expect(server.log == ["/login", "/top", "/top"])
    }

    @Test func anAnswerThatIsNoSuccessMayCarryTheNextToken() async throws {
        let fetching = try fetching()
        #expect(await ask(fetching, "/missing") == "not found (404)")
        #expect(await ask(fetching) == "body")
        #expect(server.log == ["/login", "/missing", "/top"])
    }

    @Test func aSessionThatHasEndedIsRenewedOnce() async throws {
        let fetching = try fetching()
        _ = await ask(fetching)
        server.state.withLock { $0.token = nil }
        #expect(await ask(fetching) == "body")
        #expect(server.log == ["/login", "/top", "/top", "/login", "/top"])
    }

    @Test func aNewVersionIsLearnedAndThenLoggedInWith() async throws {
        let fetching = try fetching()
        _ = await ask(fetching)
        server.state.withLock { state in
            state.version = "2"
            state.token = nil
        }
        #expect(await ask(fetching) == "body")
        #expect(await ask(fetching) == "body")
        #expect(server.log == ["/login", "/top", "/top", "http://versions", "/login", "/top", "/top"])
    }

    @Test func aVersionThatIsNeverRightEndsTheRequest() async throws {
        server.state.withLock { $0.answersWith = server.answer(426, "") }
        #expect(await ask(try fetching()) == "the login failed (426)")
        #expect(server.log == ["/login", "http://versions", "/login"])
    }

    @Test func aRefusedLoginIsNotTriedAgainAtOnce() async throws {
        let fetching = try fetching(login: "{\"credential\":\"wrong-credential\"}")
        #expect(await ask(fetching) == "the login failed (403)")
        #expect(await ask(fetching) == "the login failed (refused a moment ago)")
        #expect(server.log == ["/login"])
    }

    @Test(arguments: [
        ("{}", "the login failed (not understood: a login without a token)"),
        ("<p>", "the login failed (not understood: not JSON)"),
    ])
    func aLoginThatGivesNothingIsNotTriedAgainAtOnce(body: String, reason: String) async throws {
        let fetching = try fetching()
        server.state.withLock { $0.answersWith = server.answer(200, body) }
        #expect(await ask(fetching) == reason)
        #expect(await ask(fetching) == "the login failed (refused a moment ago)")
        #expect(server.log == ["/login"])
    }

    @Test func versionsThatCannotBeLearnedAreNamed() async throws {
        let fetching = try fetching()
        server.state.withLock { state in
            state.version = "2"
            state.versionsFail = true
        }
        #expect(await ask(fetching) == "the login failed (no versions, 500)")
        #expect(server.log == ["/login", "http://versions"])
    }

    @Test func maintenanceIsNoReasonToLogIn() async throws {
        server.state.withLock { $0.answersWith = server.answer(503, "") }
        #expect(await ask(try fetching()) == "maintenance")
        #expect(server.log == ["/login"])
    }

    @Test func requestsOfOneAccountGoOneAfterAnother() async throws {
        let (first, second) = (try fetching(), try fetching())
        await withTaskGroup { group in
            for index in 0..<40 { group.addTask { await ask(index % 2 == 0 ? first : second) } }
            for await answer in group { #expect(answer == "body") }
        }
        #expect(store.state.withLock { $0.mostHolders } == 1)
        #expect(server.log.count == 41)
    }

    @Test func whatIsKeptIsReadByNoOtherLogin() async throws {
        let fetching = try fetching()
        _ = await ask(fetching)
        let sealed = try #require(store.state.withLock { $0.sealed })
        let text = String(decoding: sealed, as: UTF8.self)
        #expect(!text.contains("token") && !text.contains("secret"))
        let other = try SessionRules(
            account: "sim/main", login: OutgoingRequest(path: "/login"), credential: [1, 2, 3])
        #expect(SessionSeal.opened(sealed, by: other) == nil)
        #expect(SessionSeal.opened(Array(sealed.dropLast()), by: other) == nil)
        #expect(SessionSeal.opened([], by: other) == nil)
    }

    @Test func whatLetsRequestsInIsSecret() async throws {
        let fetching = try fetching()
        _ = await ask(fetching)
        #expect(fetching.secrets.contains("secret-credential"))
        #expect(fetching.secrets.contains("token-1"))
    }

    @Test func aSessionThatCannotBeReadIsNamed() async throws {
        store.state.withLock { $0.isBroken = true }
        #expect(await ask(try fetching()) == "the login failed (the session cannot be read)")
        #expect(server.log == [])
    }

    @Test func whoIsCancelledLetsTheSessionGo() async throws {
        let fetching = try fetching()
        server.state.withLock { $0.hangs = true }
        await withTaskGroup { group in
            group.addTask { await ask(fetching) }
            while server.log.isEmpty { await Task.yield() }
            group.cancelAll()
        }
        #expect(store.state.withLock { $0.holders } == 0)
    }

    @Test func nothingThatLetsInFollowsARedirect() async throws {
        _ = await ask(try fetching())
        #expect(server.state.withLock { $0.areSecret } == [true, true])
        let plain = UpstreamRequest(path: "/list", elsewhere: "http://master")
        let other = OutgoingRequest(plain, standing: StandingHeaders(secret: ["A": "b"]), known: .none, isSecret: true)
        #expect(!other.isSecret && other.headers.isEmpty)
        #expect(
            OutgoingRequest(UpstreamRequest(path: "/"), standing: StandingHeaders(secret: ["A": "b"]), known: .none)
                .isSecret)
    }
}
