import Foundation
import HTTPTypes
import HummingbirdTesting
import MariaDB
import Rankings
import Scoring
import TestSupport
import Testing

@testable import Submission

@Suite(.enabled(if: TestDatabase.isAvailable, "needs mariadbd"))
struct ScoreAPITests {
    @Test func anActionIsBegunAndDoneAndSeen() async throws {
        try await ScoreHouse.run { house async throws in
            let body = try await house.begin(by: "ann", value: 90)
            house.clock.advance(by: .seconds(2))
            let answer = try await house.update(body, by: "ann")
            #expect(answer.status == 200 && answer.headers[.cacheControl] == "no-store")
            #expect(answer.text == #"{"data":{"new_score":90,"rank":1,"score_delta":90},"success":true}"#)
            let top = try await house.send(.get, "/api/v1/scoreboard/top?board=race")
            let entries = try #require(try top.data()["entries"] as? [[String: Any]])
            #expect(entries.count == 1 && entries[0]["score"] as? Int == 90 && entries[0]["rank"] as? Int == 1)
            #expect(top.headers[.cacheControl] == "public, max-age=1")
            let trail = try await house.send(
                .get, "/api/v1/users/ann/history", token: try await house.token("ann"))
            let lines = try #require(try trail.data()["actions"] as? [[String: Any]])
            #expect(lines.count == 1 && lines[0]["new_score"] as? Int == 90)
            #expect(try trail.data()["player"] as? String == entries[0]["player"] as? String)
        }
    }

    /// The answer was lost, and the client asks again: late, with another value, after its token expired.
    @Test func aRepeatedSubmissionGetsTheFirstAnswerWheneverItComes() async throws {
        try await ScoreHouse.run { house async throws in
            let body = try await house.begin(by: "ann", value: 90)
            house.clock.advance(by: .seconds(2))
            let first = try await house.update(body, by: "ann")
            let other = try await house.begin("win", by: "bob")
            #expect(try await house.update(other, by: "bob").status == 200)
            house.clock.advance(by: .hours(24))
            let late = try await house.update(body, by: "ann")
            let changed = try await house.update(body.replacing(#""value": 90"#, with: #""value": 91"#), by: "ann")
            #expect(first.status == 200 && late.status == 200 && late.bytes == first.bytes)
            #expect(changed.bytes == first.bytes)
        }
    }

    @Test func anActionIsNobodyElses() async throws {
        try await ScoreHouse.run { house async throws in
            let body = try await house.begin("win", by: "ann")
            #expect(try await house.update(body, by: "bob").code == "invalid_action_token")
            #expect(try await house.update(body, by: "ann").status == 200)
            let stolen = try await house.update(body, by: "bob")
            #expect(stolen.status == 403 && stolen.code == "invalid_action_token")
            let trail = try await house.send(.get, "/api/v1/users/ann/history", token: try await house.token("bob"))
            #expect(trail.status == 403 && trail.code == "not_yours")
        }
    }

    /// One name, and two spellings of it that Swift takes for the same: two users.
    @Test func aTrailIsOfTheSameBytes() async throws {
        try await ScoreHouse.run { house async throws in
            let (composed, decomposed) = ("caf\u{E9}", "cafe\u{301}")
            for user in [composed, decomposed] {
                #expect(try await house.update(try await house.begin("win", by: user), by: user).status == 200)
            }
            let token = try await house.token(composed)
            let own = try await house.send(.get, "/api/v1/users/caf%C3%A9/history", token: token)
            #expect(own.status == 200)
            let other = try await house.send(.get, "/api/v1/users/cafe%CC%81/history", token: token)
            #expect(other.status == 403 && other.code == "not_yours")
        }
    }

    /// Twenty may be begun at once; each second counts for one of them.
    @Test func timeCountsOnceForActionsOfOneType() async throws {
        try await ScoreHouse.run { house async throws in
            let bodies = [
                try await house.begin(by: "ann", value: 150), try await house.begin(by: "ann", value: 150),
                try await house.begin(by: "ann", value: 150), try await house.begin("win", by: "ann"),
            ]
            house.clock.advance(by: .seconds(2))
            #expect(try await house.update(bodies[0], by: "ann").status == 200)
            #expect(try await house.update(bodies[1], by: "ann").code == "too_fast")
            #expect(try await house.update(bodies[3], by: "ann").status == 200, "of another type")
            house.clock.advance(by: .seconds(2))
            let raced = try await withThrowingTaskGroup(of: Int.self) { group in
                for body in bodies[1...2] { group.addTask { try await house.update(body, by: "ann").status } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(raced.sorted() == [200, 422])
        }
    }

    @Test func aBodyThatCannotBeReadIsTheRequestsFault() async throws {
        try await ScoreHouse.run { house async throws in
            let head = """
                POST /api/v1/actions HTTP/1.1\r
                Host: test\r
                Authorization: Bearer \(try await house.token("ann"))\r
                Content-Type: application/json\r
                Transfer-Encoding: chunked\r
                \r
                5\r
                {"boa\r
                no size\r

                """
            let connection = try RawConnection(port: try #require(house.client.port))
            defer { connection.close() }
            try connection.send(head)
            let answer = await connection.textToEnd()
            #expect(answer.hasPrefix("HTTP/1.1 400 "), "\(answer)")
        }
    }

    private static let limits: [(Duration, Int, Int, String?)] = [
        (Duration.milliseconds(1_999), 90, 422, "too_fast"), (.milliseconds(300_001), 90, 410, "action_expired"),
        (.seconds(100), 501, 422, "value_out_of_bounds"), (.seconds(2), 151, 422, "impossible_pace"),
        (.seconds(2), 150, 200, nil), (.seconds(300), 500, 200, nil),
    ]

    @Test func rulesHoldAtTheirLimits() async throws {
        try await ScoreHouse.run { house async throws in
            for (after, value, status, code) in Self.limits {
                let body = try await house.begin(by: "ann", value: value)
                house.clock.advance(by: after)
                let answer = try await house.update(body, by: "ann")
                #expect(answer.status == status && answer.code == code, "\(after), \(value): \(answer.text)")
            }
        }
    }

    @Test func refusedSubmissionsAreKeptOrCounted() async throws {
        try await ScoreHouse.run { house async throws in
            let stranger = try await house.begin(by: "ann", value: 1)
            #expect(try await house.update(stranger, by: "ann").code == "too_fast")
            #expect(try await house.update(try await house.begin("win", by: "ann"), by: "ann").status == 200)
            #expect(try await house.update(try await house.begin(by: "ann", value: 1), by: "ann").code == "too_fast")
            for _ in 1...3 { _ = try await house.send(.post, "/api/v1/actions", body: "{}") }
            try await house.submissions.writeRefusalCounts()
            let kept = try await house.rows("SELECT reason, 1 FROM score_refusal")
            let counted = try await house.rows("SELECT reason, refusals FROM score_refusal_count")
            #expect(kept == ["too_fast": 1] && counted == ["too_fast": 1, "missing_token": 3])
        }
    }

    @Test func whoeverDoesTooMuchIsToldWhenToComeAgain() async throws {
        let few = RateLimit(perHour: 10, atOnce: 2, block: .seconds(300))
        let many = RateLimit(perHour: 1_000, atOnce: 3, block: .seconds(300))
        let limits = SubmissionLimits(user: few, address: many, server: many)
        try await ScoreHouse.run(limits: limits, proxies: 1) { house async throws in
            func begin(_ user: String, from address: String) async throws -> ScoreHouse.Answer {
                var headers = HTTPFields()
                headers[HTTPField.Name("X-Forwarded-For")!] = "203.0.113.9, \(address)"
                return try await house.send(
                    .post, "/api/v1/actions", token: try await house.token(user),
                    body: #"{"board": "race", "action_type": "win"}"#, headers: headers)
            }
            #expect(try await begin("ann", from: "192.0.2.1").status == 201)
            #expect(try await begin("ann", from: "192.0.2.2").status == 201)
            let refused = try await begin("ann", from: "192.0.2.3")
            #expect(refused.status == 429 && refused.code == "rate_limited" && refused.headers[.retryAfter] == "300")
            #expect(try await begin("bob", from: "2001:db8:0:1::1").status == 201)
            #expect(try await begin("cat", from: "2001:db8:0:1:ffff::2").status == 201)
            #expect(try await begin("dog", from: "2001:db8:0:1::3").status == 201)
            #expect(try await begin("eve", from: "2001:db8:0:1::4").status == 429, "of the same /64")
            #expect(try await begin("eve", from: "2001:db8:0:2::4").status == 201)
        }
    }

    private static let reads: [(HTTPRequest.Method, String, Int, String?)] = [
        (HTTPRequest.Method.get, "/", 404, "not_found"), (.get, "/api/v1/actions", 405, "method_not_allowed"),
        (.post, "/api/v1/scoreboard/top", 405, "method_not_allowed"),
        (.get, "/api/v1/users//history", 404, "not_found"),
        (.get, "/api/v1/users/a/b/history", 404, "not_found"),
        (.get, "/api/v1/users/ann/history", 401, "missing_token"),
        (.get, "/api/v1/scoreboard/top", 400, "malformed_request"),
        (.get, "/api/v1/scoreboard/top?board=none", 404, "unknown_board"),
        (.get, "/api/v1/scoreboard/top?board=race&limit=0", 400, "malformed_request"),
        (.get, "/api/v1/scoreboard/top?board=race&limit=101", 400, "malformed_request"),
        (.get, "/api/v1/scoreboard/top?board=race&board=race", 400, "malformed_request"),
        (.get, "/api/v1/scoreboard/top?board=race&callback=x", 400, "malformed_request"),
        (.get, "/api/v1/scoreboard/top?board=race&around=zz", 400, "malformed_request"),
        (.get, "/api/v1/scoreboard/top?board=race&around=0123456789abcdef", 404, "unknown_player"),
        (.get, "/api/v1/scoreboard/top?board=race", 200, nil),
        (.head, "/api/v1/scoreboard/top?board=race", 200, nil),
        (.get, "/api/v1/scoreboard/top?board=past", 200, nil), (.get, "/api/openapi.json", 200, nil),
    ]

    @Test func readsAreAnsweredByTheirForm() async throws {
        try await ScoreHouse.run { house async throws in
            for (method, path, status, code) in Self.reads {
                let answer = try await house.send(method, path)
                #expect(answer.status == status && answer.code == code, "\(method) \(path): \(answer.text)")
                #expect(answer.headers[.contentType] == "application/json")
                #expect(status != 405 || answer.headers[.allow] != nil)
                #expect(status != 401 || answer.headers[.wwwAuthenticate] == "Bearer")
            }
        }
    }

    private static let beginnings: [(String, Int, String?)] = [
        ("", 400, "malformed_request"), ("[]", 400, "malformed_request"), ("{", 400, "malformed_request"),
        (#"{"board": "race"}"#, 400, "malformed_request"),
        (#"{"board": 1, "action_type": "lap"}"#, 400, "malformed_request"),
        (#"{"board": "none", "action_type": "lap"}"#, 404, "unknown_board"),
        (#"{"board": "past", "action_type": "lap"}"#, 409, "board_closed"),
        (#"{"board": "race", "action_type": "none"}"#, 422, "unknown_action_type"),
        (#"{"board": "race", "action_type": "lap", "more": [1, {}]}"#, 201, nil),
        (String(repeating: "[", count: 4_000), 400, "malformed_request"),
        (String(repeating: " ", count: 4_097), 413, "body_too_large"),
    ]

    @Test func beginningsAreAnsweredByTheirForm() async throws {
        try await ScoreHouse.run { house async throws in
            for (body, status, code) in Self.beginnings {
                let answer = try await house.send(
                    .post, "/api/v1/actions", token: try await house.token("ann"), body: body)
                #expect(answer.status == status && answer.code == code, "\(body.prefix(80)): \(answer.text)")
            }
        }
    }

    @Test func bodiesAreJSONAndTokensAreBearers() async throws {
        try await ScoreHouse.run { house async throws in
            let body = #"{"board": "race", "action_type": "lap"}"#
            let token = try await house.token("ann")
            let form = try await house.send(
                .post, "/api/v1/actions", token: token, body: body, headers: [.contentType: "text/plain"])
            #expect(form.status == 415 && form.code == "unsupported_media_type")
            let charset = try await house.send(
                .post, "/api/v1/actions", token: token, body: body,
                headers: [.contentType: "Application/JSON; charset=utf-8"])
            #expect(charset.status == 201)
            for field in ["", "Bearer", "Bearer a.b.c", "Basic \(token)", "Bearer \(token) more"] {
                let answer = try await house.send(
                    .post, "/api/v1/actions", body: body, headers: [.authorization: field])
                #expect(
                    answer.status == 401 && answer.headers[.wwwAuthenticate]?.hasPrefix("Bearer") == true, "\(field)")
            }
        }
    }

    @Test func aDatabaseThatIsAwayIsNoFaultOfTheRequest() async throws {
        let nowhere = Endpoint(address: .unixSocket(path: "/nonexistent/server.sock"), user: "nobody")
        let pool = Pool(maximumConnections: 1) { nowhere }
        try await ScoreHouse.run(on: pool) { house async throws in
            let answers = [
                try await house.send(
                    .post, "/api/v1/actions", token: try await house.token("ann"),
                    body: #"{"board": "race", "action_type": "lap"}"#),
                try await house.send(.get, "/api/v1/scoreboard/top?board=race"),
            ]
            for answer in answers {
                #expect(answer.status == 503 && answer.code == "unavailable" && answer.headers[.retryAfter] == "2")
                #expect(!answer.text.contains("nonexistent"))
            }
        }
        await pool.close()
    }

    @Test func aListIsReadOnceForAllWhoAskWithinASecond() async throws {
        try await ScoreHouse.run { house async throws in
            let path = "/api/v1/scoreboard/top?board=race"
            let empty = try await house.send(.get, path)
            #expect(try await house.update(try await house.begin("win", by: "ann"), by: "ann").status == 200)
            #expect(try await house.send(.get, path).bytes == empty.bytes)
            house.clock.advance(by: .seconds(1))
            let answers = try await withThrowingTaskGroup(of: [UInt8].self) { group in
                for _ in 0..<32 { group.addTask { try await house.send(.get, path).bytes } }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(answers.count == 1 && answers.first != empty.bytes)
        }
    }
}

extension ScoreHouse {
    func rows(_ sql: String) async throws -> [String: Int] {
        let rows = try await pool.withConnection { connection in
            try await connection.query(sql) { row throws(DatabaseError) in (try row.text(0), try row.int(1)) }
        }
        return Dictionary(rows) { $0 + $1 }
    }
}
