import Foundation
import HTTPTypes
import Rankings
import Scoring
import TestSupport
import Testing

@testable import Submission

@Suite(.enabled(if: TestDatabase.isAvailable, "needs mariadbd"))
struct LiveTests {
    private static let path = "/api/v1/scoreboard/live?board=race"

    private static func win(_ user: String, in house: ScoreHouse, on board: String = "race") async throws {
        let answer = try await house.update(try await house.begin("win", by: user, on: board), by: user)
        #expect(answer.status == 200)
    }

    /// The messages that are there after everything was told.
    private static func messages(_ stream: AsyncStream<LiveMessage>) async -> [LiveMessage] {
        var messages: [LiveMessage] = []
        for await message in stream { messages.append(message) }
        return messages
    }

    @Test func aSnapshotThenEveryChangeWithoutAGap() async throws {
        try await ScoreHouse.run { house async throws in
            let board = try #require(house.live["race"])
            try await Self.win("ann", in: house)
            let (_, stream) = try await board.watch(from: nil)
            for user in ["bob", "ann", "cat"] { try await Self.win(user, in: house) }
            try await board.tell()
            try await board.tell()
            await board.close()
            let messages = await Self.messages(stream)
            #expect(messages.map(\.kind) == [.snapshot, .change, .change, .change])
            #expect(messages.map(\.position.change) == [1, 2, 3, 4])
            #expect(messages[2].json.contains(#""score":200"#) && messages[2].json.contains(#""rank":1"#))
        }
    }

    @Test func whoeverComesBackGetsWhatTheyMissed() async throws {
        try await ScoreHouse.run { house async throws in
            let board = try #require(house.live["race"])
            let (_, first) = try await board.watch(from: nil)
            for user in ["ann", "bob", "cat"] { try await Self.win(user, in: house) }
            try await board.tell()
            house.clock.advance(by: .seconds(1))
            let (_, back) = try await board.watch(from: LivePosition(period: "all", change: 1))
            let (_, upToDate) = try await board.watch(from: LivePosition(period: "all", change: 3))
            let (_, ahead) = try await board.watch(from: LivePosition(period: "all", change: 99))
            let (_, other) = try await board.watch(from: LivePosition(period: "2026-W47", change: 1))
            try await Self.win("dog", in: house)
            try await board.tell()
            await board.close()
            #expect(await Self.messages(first).map(\.position.change) == [0, 1, 2, 3, 4])
            #expect(await Self.messages(back).map(\.position.change) == [2, 3, 4])
            #expect(await Self.messages(upToDate).map(\.position.change) == [4])
            #expect(await Self.messages(ahead).map(\.kind) == [.snapshot, .change])
            #expect(await Self.messages(other).map(\.kind) == [.snapshot, .change])
        }
    }

    /// Whatever was missed, a client that applies the messages has the list.
    @Test func aReplayedStreamIsTheList() async throws {
        try await ScoreHouse.run { house async throws in
            let board = try #require(house.live["race"])
            let (_, stream) = try await board.watch(from: nil)
            var random = SplitMix(state: 3)
            for _ in 0..<40 {
                try await Self.win("user \(Int.random(in: 0..<6, using: &random))", in: house)
                if Bool.random(using: &random) { try await board.tell() }
            }
            try await board.tell()
            await board.close()
            var scores: [String: Int] = [:]
            for message in await Self.messages(stream) {
                let object = try JSONSerialization.jsonObject(with: Data(message.json.utf8)) as? [String: Any]
                if let entry = object?["entry"] as? [String: Any], let player = entry["player"] as? String {
                    scores[player] = entry["score"] as? Int
                }
            }
            let top = try await house.send(.get, "/api/v1/scoreboard/top?board=race").data()["entries"]
            let entries = try #require(top as? [[String: Any]])
            #expect(entries.count == scores.count && entries.count > 3)
            for entry in entries {
                #expect((entry["player"] as? String).flatMap { scores[$0] } == entry["score"] as? Int)
            }
        }
    }

    @Test func itIsAStreamOfEventsOverHTTP() async throws {
        try await ScoreHouse.run { house async throws in
            let board = try #require(house.live["race"])
            let response = try await house.stream(Self.path, headers: [.origin: "https://game.example"]) {
                while await board.watcherCount == 0 { try await Task.sleep(for: .milliseconds(5)) }
                try await Self.win("ann", in: house)
                try await board.tell()
                await board.beat()
                await board.close()
            }
            #expect(response.status == 200 && response.headers[.contentType] == "text/event-stream")
            #expect(response.headers[.accessControlAllowOrigin] == "https://game.example")
            let events = response.text.components(separatedBy: "\n\n")
            #expect(events.count == 4 && events[0].hasPrefix("id: all/0\nevent: snapshot\ndata: {"))
            #expect(events[1].hasPrefix("id: all/1\nevent: change\ndata: {") && events[2] == ":" && events[3].isEmpty)
        }
    }

    @Test func pagesOfOtherOriginsMayNot() async throws {
        try await ScoreHouse.run { house async throws in
            let foreign = try await house.send(.get, Self.path, headers: [.origin: "https://evil.example"])
            #expect(foreign.status == 403 && foreign.code == "foreign_origin")
            #expect(foreign.headers[.accessControlAllowOrigin] == nil)
            let top = try await house.send(
                .get, "/api/v1/scoreboard/top?board=race", headers: [.origin: "https://evil.example"])
            #expect(
                top.status == 200 && top.headers[.accessControlAllowOrigin] == nil && top.headers[.vary] == "Origin")
            let closed = try await house.send(.get, "/api/v1/scoreboard/live?board=past")
            #expect(closed.status == 409 && closed.code == "board_closed")
            for (origin, status) in [("https://game.example", 204), ("https://evil.example", 403), ("null", 403)] {
                let preflight = try await house.send(
                    .options, "/api/v1/score/update",
                    headers: [.origin: origin, .accessControlRequestMethod: "POST"])
                #expect(preflight.status == status)
                #expect((preflight.headers[.accessControlAllowOrigin] == origin) == (status == 204))
            }
        }
    }
}
