import Foundation
import HTTPTypes
import Rankings
import Scoring
import Storage
import TestSupport
import Testing

@testable import Submission

/// What those who watch and those who submit see of a moderator.
@Suite(.enabled(if: TestDatabase.isAvailable, "needs mariadbd"))
struct ModeratedLiveTests {
    private static func win(_ user: String, in house: ScoreHouse) async throws {
        #expect(try await house.update(try await house.begin("win", by: user), by: user).status == 200)
    }

    private static func messages(_ stream: AsyncStream<LiveMessage>) async -> [LiveMessage] {
        var messages: [LiveMessage] = []
        for await message in stream { messages.append(message) }
        return messages
    }

    /// The list as a client has it that does nothing but what the messages say.
    private static func replayed(_ messages: [LiveMessage]) throws -> [String: [String: Any]] {
        var entries: [String: [String: Any]] = [:]
        for message in messages {
            let object = try JSONSerialization.jsonObject(with: Data(message.json.utf8)) as? [String: Any] ?? [:]
            if let list = object["list"] as? [String: Any] {
                entries = [:]
                for entry in list["entries"] as? [[String: Any]] ?? [] {
                    if let player = entry["player"] as? String { entries[player] = entry }
                }
            } else if let entry = object["entry"] as? [String: Any], let player = entry["player"] as? String {
                entries[player] = entry
            }
        }
        return entries
    }

    @Test func whoWatchesSeesAPlayerGoComeAndBeRenamed() async throws {
        try await ScoreHouse.run { house async throws in
            let board = try #require(house.live["race"])
            for user in ["ann", "bob"] { try await Self.win(user, in: house) }
            let (_, stream) = try await board.watch(from: nil)
            try await house.moderate("ann", .hide)
            try await Self.win("ann", in: house)
            try await board.tell()
            try await Self.win("ann", in: house)
            try await Self.win("bob", in: house)
            try await board.tell()
            try await house.moderate("bob", .rename, name: "somebody")
            try await board.tell()
            try await house.moderate("ann", .restore)
            try await board.tell()
            await board.close()
            let messages = await Self.messages(stream)
            #expect(messages.map(\.kind) == [.snapshot, .snapshot, .pass, .change, .snapshot, .snapshot])
            #expect(messages.map(\.position.change) == [2, 4, 5, 6, 7, 8])
            let store = Store(pool: house.pool, pseudonyms: PseudonymKey(secret: Array(0..<32)))
            let ann = try await store.houseUser("ann").player.description
            #expect(messages[0].json.contains(ann) && !messages[1].json.contains(ann))
            #expect(messages[4].json.contains("somebody") && !messages[4].json.contains(ann))
            let restored = messages[5].json
            #expect(restored.contains(#""player":"\#(ann)","rank":1,"score":300"#), "\(restored)")
        }
    }

    @Test func whoeverComesBackFromBeforeGetsTheListAnew() async throws {
        try await ScoreHouse.run { house async throws in
            let board = try #require(house.live["race"])
            for user in ["ann", "bob"] { try await Self.win(user, in: house) }
            let (_, first) = try await board.watch(from: nil)
            try await house.moderate("ann", .hide)
            try await board.tell()
            try await Self.win("bob", in: house)
            try await board.tell()
            let (_, before) = try await board.watch(from: LivePosition(period: "all", change: 2))
            let (_, after) = try await board.watch(from: LivePosition(period: "all", change: 3))
            await board.close()
            #expect(await Self.messages(first).map(\.kind) == [.snapshot, .snapshot, .change])
            #expect(await Self.messages(before).map(\.kind) == [.snapshot])
            #expect(await Self.messages(after).map(\.kind) == [.change])
        }
    }

    @Test func aReplayedStreamIsTheListWhateverModeratorsDo() async throws {
        try await ScoreHouse.run { house async throws in
            let board = try #require(house.live["race"])
            let (_, stream) = try await board.watch(from: nil)
            var random = SplitMix(state: 5)
            for number in 0..<120 {
                let user = "user \(Int.random(in: 0..<6, using: &random))"
                if number > 10, Int.random(in: 0..<4, using: &random) == 0 {
                    let kind: ModerationKind = [.hide, .restore, .rename][Int.random(in: 0..<3, using: &random)]
                    try await house.moderate("user 0", kind, name: kind == .rename ? "n\(number)" : nil)
                } else {
                    try await Self.win(number < 6 ? "user \(number)" : user, in: house)
                }
                if Bool.random(using: &random) { try await board.tell() }
            }
            try await board.tell()
            await board.close()
            let messages = await Self.messages(stream)
            let numbers = messages.map(\.position.change)
            #expect(numbers == numbers.sorted() && messages.contains { $0.kind == .pass })
            let replayed = try Self.replayed(messages)
            let top = try await house.send(.get, "/api/v1/scoreboard/top?board=race").data()["entries"]
            let entries = try #require(top as? [[String: Any]])
            #expect(entries.count == replayed.count && entries.count >= 5)
            for entry in entries {
                let known = (entry["player"] as? String).flatMap { replayed[$0] }
                #expect(known?["score"] as? Int == entry["score"] as? Int)
                #expect(known?["name"] as? String == entry["name"] as? String)
            }
        }
    }

    @Test func whoIsBannedHearsIt() async throws {
        try await ScoreHouse.run { house async throws in
            try await Self.win("ann", in: house)
            let (done, open) = (try await house.begin("win", by: "ann"), try await house.begin("win", by: "ann"))
            #expect(try await house.update(done, by: "ann").status == 200)
            try await house.moderate("ann", .ban)
            let refused = try await house.update(open, by: "ann")
            #expect(refused.status == 403 && refused.code == "banned")
            // What counted before has its answer as ever.
            #expect(try await house.update(done, by: "ann").status == 200)
            let another = try await house.send(
                .post, "/api/v1/actions", token: try await house.token("ann"),
                body: #"{"board": "race", "action_type": "win"}"#)
            #expect(another.status == 403 && another.code == "banned")
            try await house.moderate("ann", .unban)
            #expect(try await house.update(open, by: "ann").status == 200)
        }
    }
}
