import Cron
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import MariaDB
import NIOCore
import Rankings
import Scoring
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Submission

/// The whole API over real HTTP and a real database, with a clock that is moved by hand.
struct ScoreHouse: Sendable {
    static let secret = "a secret of thirty-two bytes, or a few more"

    let client: any TestClientProtocol
    let clock: HandClock
    let submissions: Submissions
    let live: LiveBoards
    let pool: Pool
    let key: TokenKey

    final class HandClock: Sendable {
        private let instant = Mutex(Instant(unixSeconds: 1_763_700_000))
        private let start = (Instant(unixSeconds: 1_763_700_000), ContinuousClock.now)
        var now: Instant { instant.withLock { $0 } }
        var elapsed: ContinuousClock.Instant { start.1 + (now - start.0) }
        func advance(by duration: Duration) { instant.withLock { $0 = $0 + duration } }
    }

    static let boards = [
        HouseBoard(
            name: "fleeting", title: "Fleeting", rule: .sum,
            period: .event(Instant(unixSeconds: 1_763_700_000)..<Instant(unixSeconds: 1_763_700_060)),
            actions: [ActionType(name: "win", points: .fixed(1))]),
        HouseBoard(
            name: "daily", title: "Daily", rule: .decrement(from: 50), period: .daily(.utc),
            actions: [ActionType(name: "win", points: .fixed(1))]),
        HouseBoard(
            name: "race", title: "Race", rule: .sum,
            actions: [
                ActionType(
                    name: "lap", points: .value(1...500), duration: .seconds(2)...(.seconds(300)), mostPerSecond: 50),
                ActionType(name: "win", points: .fixed(100)),
            ]),
        HouseBoard(
            name: "club", title: "Club", rule: .sum, group: "club-7",
            actions: [ActionType(name: "win", points: .fixed(1))]),
        HouseBoard(
            name: "past", title: "Past", rule: .best,
            period: .event(Instant(unixSeconds: 1_000)..<Instant(unixSeconds: 2_000)),
            actions: [ActionType(name: "lap", points: .fixed(1))]),
    ]

    static func run(
        limits: SubmissionLimits? = nil, proxies: Int = 0, connections: Int = 100, proofs: Proofs? = nil,
        _ body: @escaping @Sendable (ScoreHouse) async throws -> Void
    ) async throws {
        try await TestDatabase.withSchema { pool, _ in
            let store = Store(pool: pool, pseudonyms: PseudonymKey(secret: Array(0..<32)))
            try await store.migrate()
            try await store.scores.prepare()
            try await run(
                on: pool, limits: limits, proxies: proxies, connections: connections, proofs: proofs, body)
        }
    }

    /// - Parameter pool: of a database that may not be there.
    static func run(
        on pool: Pool, limits: SubmissionLimits? = nil, proxies: Int = 0, connections: Int = 100,
        proofs: Proofs? = nil, _ body: @escaping @Sendable (ScoreHouse) async throws -> Void
    ) async throws {
        let clock = HandClock()
        let wide = RateLimit(perHour: 10_000, atOnce: 10_000, block: .seconds(300))
        let submissions = Submissions(
            store: ScoreStore(pool: pool), boards: boards, actionSecrets: [Array(secret.utf8)],
            limits: limits ?? SubmissionLimits(user: wide, address: wide, server: wide),
            now: { clock.now },
            elapsed: { clock.elapsed })
        let live = LiveBoards(
            boards: boards, store: ScoreStore(pool: pool),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            now: { clock.now }, elapsed: { clock.elapsed })
        let key = try await TokenKey(id: "k", algorithm: .hs256, material: secret)
        let server = ScoreServer(
            configuration: ScoreServerConfiguration(
                address: .host("127.0.0.1", port: 0), proxies: proxies, connections: connections),
            submissions: submissions, verifier: TokenVerifier(keys: [key], issuer: "i", audience: "a"),
            servers: ServerVerifier(keys: [ServerKey(id: "club", secret: Array(secret.utf8))]),
            live: live, origins: OriginList(["https://game.example"]), proofs: proofs,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        try await server.application().test(.live) { client in
            try await body(
                ScoreHouse(client: client, clock: clock, submissions: submissions, live: live, pool: pool, key: key))
        }
    }

    struct Answer: Sendable {
        let status: Int
        let headers: HTTPFields
        let bytes: [UInt8]

        var text: String { String(decoding: bytes, as: UTF8.self) }

        func object() throws -> [String: Any] {
            guard let object = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] else { return [:] }
            return object
        }

        func data() throws -> [String: Any] { try object()["data"] as? [String: Any] ?? [:] }

        var code: String? {
            guard let error = (try? object())?["error"] as? [String: Any] else { return nil }
            return error["code"] as? String
        }
    }

    func token(
        _ user: String, name: String? = nil, lifetime: Double = 86_400 * 365, groups: [String]? = nil
    ) async throws -> String {
        let now = Double(clock.now.unixSeconds)
        return try await key.token(
            for: TokenClaims(iss: "i", aud: ["a"], exp: now + lifetime, sub: user, name: name, groups: groups))
    }

    func send(
        _ method: HTTPRequest.Method, _ path: String, token: String? = nil, body: String? = nil,
        headers: HTTPFields = [:]
    ) async throws -> Answer {
        var fields = headers
        if let token { fields[.authorization] = "Bearer \(token)" }
        if body != nil, fields[.contentType] == nil { fields[.contentType] = "application/json" }
        return try await client.execute(
            uri: path, method: method, headers: fields, body: body.map { ByteBuffer(string: $0) }
        ) { response in
            Answer(
                status: response.status.code, headers: response.headers, bytes: Array(response.body.readableBytesView))
        }
    }

    /// Begins an action and answers with the body that submits it.
    func begin(
        _ type: String = "lap", by user: String, on board: String = "race", value: Int? = nil
    ) async throws -> String {
        let answer = try await send(
            .post, "/api/v1/actions", token: try await token(user),
            body: #"{"board": "\#(board)", "action_type": "\#(type)"}"#)
        let data = try answer.data()
        guard let id = data["action_id"] as? String, let seal = data["action_token"] as? String else {
            throw UnexpectedAnswer(text: answer.text)
        }
        let given = value.map { #", "value": \#($0)"# } ?? ""
        return """
            {"action_id": "\(id)", "action_type": "\(type)", "action_token": "\(seal)", \
            "timestamp": \(clock.now.unixMilliseconds)\(given)}
            """
    }

    func update(_ body: String, by user: String) async throws -> Answer {
        try await send(.post, "/api/v1/score/update", token: try await token(user), body: body)
    }

    /// What a moderator does, with all rights.
    func moderate(_ subject: String, _ kind: ModerationKind, name: String? = nil) async throws {
        let store = Store(pool: pool, pseudonyms: PseudonymKey(secret: Array(0..<32)))
        let order = ModerationOrder(kind: kind, name: name, actor: "mo", reason: "r", at: clock.now)
        _ = try await store.moderate(try await store.houseUser(subject), order)
    }

    /// The whole of a stream and what else happens meanwhile. It has a connection of its own: all other requests share
    /// one, on which answers come in order.
    ///
    /// - Throws: `UnexpectedAnswer` where the two do not end within a minute.
    func stream(
        _ path: String, headers: HTTPFields = [:], meanwhile: @escaping @Sendable () async throws -> Void
    ) async throws -> Answer {
        let watcher = TestClient(
            host: "localhost", port: try #require(client.port), configuration: .init(timeout: .seconds(60)))
        watcher.connect()
        return try await withThrowingTaskGroup(of: Answer?.self) { group in
            group.addTask {
                let response = try await watcher.get(path, headers: headers)
                return Answer(
                    status: response.status.code, headers: response.headers,
                    bytes: Array((response.body ?? ByteBuffer()).readableBytesView))
            }
            group.addTask {
                try await meanwhile()
                return nil
            }
            group.addTask {
                do { try await Task.sleep(for: .seconds(60)) } catch { return nil }
                // A request that waits is ended by its connection alone.
                try await watcher.shutdown()
                throw UnexpectedAnswer(text: "the stream did not end")
            }
            let (first, second) = (try await group.next(), try await group.next())
            group.cancelAll()
            try await watcher.shutdown()
            return try #require((first ?? nil) ?? (second ?? nil))
        }
    }

    struct UnexpectedAnswer: Error {
        let text: String
    }
}
