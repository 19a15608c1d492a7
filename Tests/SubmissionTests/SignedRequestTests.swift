import Foundation
import HTTPTypes
import Rankings
import Scoring
import TestSupport
import Testing

@testable import Submission

/// Servers that submit for players, over real HTTP and a real database.
@Suite(.enabled(if: TestDatabase.isAvailable, "needs mariadbd")) struct SignedRequestTests {
    /// Signs what is asked with the time of the house and a nonce of its own.
    private func signed(
        _ house: ScoreHouse, _ method: HTTPRequest.Method, _ path: String, _ body: String = "",
        for user: String = "ann", nonce: String = UUID().uuidString
    ) throws -> HTTPFields {
        var draft = ServerDraft()
        draft.secret = Array(ScoreHouse.secret.utf8)
        draft.request.method = method
        draft.request.path = path
        draft.body = Array(body.utf8)
        draft.user = #"{"id": "\#(user)", "name": "\#(user.capitalized)"}"#
        draft.parameters = #";created=\#(house.clock.now.unixSeconds);keyid="club";nonce="\#(nonce)""#
        if method == .get { draft.components = ["@method", "@path", "score-user"] }
        return try draft.signed().headerFields
    }

    private static let beginning = #"{"board": "race", "action_type": "win"}"#

    private func submission(_ house: ScoreHouse, of begun: ScoreHouse.Answer) throws -> String {
        let data = try begun.data()
        return """
            {"action_id": "\(data["action_id"] ?? "")", "action_type": "win", \
            "action_token": "\(data["action_token"] ?? "")", "timestamp": \(house.clock.now.unixMilliseconds)}
            """
    }

    @Test func aServerSubmitsForAPlayer() async throws {
        try await ScoreHouse.run { house async throws in
            let begun = try await house.send(
                .post, "/api/v1/actions", body: Self.beginning,
                headers: try signed(house, .post, "/api/v1/actions", Self.beginning))
            #expect(begun.status == 201, "\(begun.text)")
            let body = try submission(house, of: begun)
            let other = try await house.send(
                .post, "/api/v1/score/update", body: body,
                headers: try signed(house, .post, "/api/v1/score/update", body, for: "bob"))
            #expect(other.status == 403 && other.code == "invalid_action_token")
            let accepted = try await house.send(
                .post, "/api/v1/score/update", body: body,
                headers: try signed(house, .post, "/api/v1/score/update", body))
            #expect(try accepted.status == 200 && accepted.data()["new_score"] as? Int == 100)
            // The player's own program may ask again, and reads the same trail.
            let again = try await house.update(body, by: "ann")
            #expect(again.bytes == accepted.bytes)
            let path = "/api/v1/users/ann/history"
            let trail = try await house.send(.get, path, headers: try signed(house, .get, path))
            let own = try await house.send(.get, path, token: try await house.token("ann"))
            #expect(trail.status == 200 && trail.bytes == own.bytes)
            let list = try await house.send(.get, "/api/v1/scoreboard/top?board=race")
            #expect(list.text.contains(#""name":"Ann""#))
            let strange = try await house.send(.get, path, headers: try signed(house, .get, path, for: "bob"))
            #expect(strange.status == 403 && strange.code == "not_yours")
        }
    }

    @Test func aRequestCountsOnce() async throws {
        try await ScoreHouse.run { house async throws in
            let fields = try signed(house, .post, "/api/v1/actions", Self.beginning, nonce: "sixteen bytes, or more")
            func send() async throws -> ScoreHouse.Answer {
                try await house.send(.post, "/api/v1/actions", body: Self.beginning, headers: fields)
            }
            #expect(try await send().status == 201)
            house.clock.advance(by: .seconds(30))
            let again = try await send()
            #expect(again.status == 401 && again.code == "invalid_signature" && again.text.contains("used before"))
            // From then on the time says so; the nonce is kept until it does, whoever writes meanwhile.
            house.clock.advance(by: .milliseconds(1001))
            let late = try await send()
            #expect(late.status == 401 && late.text.contains("another time"))
        }
    }

    @Test func aBodyIsTheOneThatWasSigned() async throws {
        try await ScoreHouse.run { house async throws in
            let fields = try signed(house, .post, "/api/v1/actions", Self.beginning)
            let other = Self.beginning.replacingOccurrences(of: "win", with: "lap")
            let refused = try await house.send(.post, "/api/v1/actions", body: other, headers: fields)
            #expect(refused.status == 401 && refused.code == "invalid_signature")
            #expect(refused.headers[.wwwAuthenticate] == "Bearer")
        }
    }

    @Test func aServersLimitIsItsOwn() async throws {
        let wide = RateLimit(perHour: 1_000, atOnce: 100, block: .seconds(300))
        let none = RateLimit(perHour: 2, atOnce: 1, block: .seconds(300))
        let few = RateLimit(perHour: 1_000, atOnce: 2, block: .seconds(300))
        let limits = SubmissionLimits(user: wide, address: none, server: few)
        try await ScoreHouse.run(limits: limits) { house async throws in
            var statuses: [Int] = []
            for user in ["ann", "bob", "cat"] {
                let fields = try signed(house, .post, "/api/v1/actions", Self.beginning, for: user)
                statuses.append(
                    try await house.send(.post, "/api/v1/actions", body: Self.beginning, headers: fields).status)
            }
            #expect(statuses == [201, 201, 429])
        }
    }
}
