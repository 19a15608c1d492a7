import HTTPTypes
import Rankings
import TestSupport
import Testing

/// Boards that are for a group alone.
@Suite(.enabled(if: TestDatabase.isAvailable, "needs mariadbd")) struct GroupTests {
    @Test func aBoardOfAGroupTakesItsMembersAlone() async throws {
        try await ScoreHouse.run { house async throws in
            func begin(_ groups: [String]?) async throws -> ScoreHouse.Answer {
                try await house.send(
                    .post, "/api/v1/actions", token: try await house.token("ann", groups: groups),
                    body: #"{"board": "club", "action_type": "win"}"#)
            }
            for groups in [nil, [], ["club-77", "CLUB-7"]] {
                let refused = try await begin(groups)
                #expect(refused.status == 403 && refused.code == "not_a_member")
            }
            let begun = try await begin(["eu", "club-7"])
            #expect(begun.status == 201)
            let data = try begun.data()
            let body = """
                {"action_id": "\(data["action_id"] ?? "")", "action_type": "win", \
                "action_token": "\(data["action_token"] ?? "")", "timestamp": \(house.clock.now.unixMilliseconds)}
                """
            // Whoever has left meanwhile is too late; but what was accepted stays so.
            #expect(try await house.update(body, by: "ann").code == "not_a_member")
            let member = try await house.token("ann", groups: ["club-7"])
            let accepted = try await house.send(.post, "/api/v1/score/update", token: member, body: body)
            #expect(accepted.status == 200, "\(accepted.text)")
            #expect(try await house.update(body, by: "ann").bytes == accepted.bytes)
            #expect(try await house.send(.get, "/api/v1/scoreboard/top?board=club").text.contains(#""rank":1"#))
        }
    }
}
