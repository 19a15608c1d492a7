import Foundation
import Rankings
import Testing

@testable import SimulatedGame

@Suite struct GameServerTests {
    private struct Top100: Decodable {
        struct Chapter: Decodable {
            let eventId: Int
            let gameCharacterId: Int?
            let isWorldBloomChapterAggregate: Bool
            let rankings: [Player]
        }
        let isEventAggregate: Bool
        let rankings: [Player]
        let userRankingStatus: String
        let userWorldBloomChapterRankings: [Chapter]
    }

    private struct Borders: Decodable {
        struct Chapter: Decodable {
            let eventId: Int
            let gameCharacterId: Int?
            let isWorldBloomChapterAggregate: Bool
            let borderRankings: [Player]
        }
        let eventId: Int
        let isEventAggregate: Bool
        let borderRankings: [Player]
        let userWorldBloomChapterRankingBorders: [Chapter]
    }

    private struct Player: Decodable, Equatable {
        struct Card: Decodable, Equatable {
            let cardId, level, masterRank: Int
            let specialTrainingStatus, defaultImage: String
        }
        struct Profile: Decodable, Equatable {
            let userId: Int64
            let word, twitterId, profileImageType: String
        }
        let userId, score: Int64
        let rank: Int
        let isOwn: Bool
        let name: String
        let userCard: Card
        let userProfile: Profile
    }

    private struct Failure: Decodable {
        let httpStatus: Int
        let errorCode: String
    }

    private struct MasterEvent: Decodable {
        let id: Int
        let eventType, name: String
        let startAt, aggregateAt, rankingAnnounceAt, closedAt: Int64
    }

    private struct MasterChapter: Decodable {
        let id, eventId, chapterNo: Int
        let gameCharacterId: Int?
        let chapterStartAt, aggregateAt, chapterEndAt: Int64
    }

    private let server = GameServer(world: Fixtures.world, faults: .none)
    private let marathon = Fixtures.marathon
    private let bloom = Fixtures.bloom

    private func decode<Value: Decodable>(
        _ type: Value.Type, _ request: GameRequest, at instant: Instant
    ) throws -> Value {
        let answer = server.answer(request, at: instant)
        #expect(answer.status == 200)
        return try JSONDecoder().decode(type, from: Data(answer.body))
    }

    @Test func masterEventsSpeakOfFullHours() throws {
        let events = try decode([MasterEvent].self, .events, at: marathon.window.starts)
        let first = try #require(events.first)
        #expect(events.map(\.id) == [1, 2])
        #expect(first.eventType == "marathon")
        #expect(first.startAt == 1_767_247_200_000)
        #expect(first.aggregateAt == 1_767_247_200_000 + 192 * 3_600_000 - 1000)
        #expect(first.rankingAnnounceAt == first.aggregateAt + 1000 + 600_000)
        #expect(first.closedAt == first.aggregateAt + 1000 + 42 * 3_600_000)
    }

    @Test func masterChaptersFillTheEventAndTheFinaleHasNoCharacter() throws {
        let all = try decode([MasterChapter].self, .worldBlooms, at: bloom.window.starts)
        let chapters = all.filter { $0.eventId == 3 }
        #expect(chapters.map(\.chapterNo) == [1, 2, 3, 4])
        #expect(chapters.map(\.gameCharacterId) == [1, 2, 3, nil])
        #expect(chapters.first?.chapterStartAt == bloom.window.starts.unixMilliseconds)
        #expect(chapters.last?.aggregateAt == bloom.window.aggregates.unixMilliseconds)
        #expect(zip(chapters, chapters.dropFirst()).allSatisfy { $0.aggregateAt + 1000 == $1.chapterStartAt })
        #expect(chapters.allSatisfy { $0.chapterEndAt == $0.aggregateAt + 600_000 })
    }

    @Test func rankingsHaveTheShapeOfTheGame() throws {
        let instant = bloom.window.starts + .hours(60)
        let top = try decode(Top100.self, .top100(event: 3), at: instant)
        #expect(top.rankings.count == 100)
        #expect(top.userRankingStatus == "normal")
        #expect(!top.isEventAggregate)
        #expect(top.userWorldBloomChapterRankings.map(\.gameCharacterId) == [1, 2])
        let rows = Fixtures.world.entries(of: bloom, on: .main, at: instant)
        #expect(top.rankings.map(\.userId) == rows.map(\.player.userID))
        #expect(top.rankings.map(\.score) == rows.map(\.score))
        #expect(top.rankings.map(\.name) == rows.map(\.name))
        let borders = try decode(Borders.self, .borders(event: 3), at: instant)
        #expect(borders.eventId == 3)
        #expect(borders.borderRankings.map(\.rank) == [100] + Population.ranks)
        #expect(borders.borderRankings.first == top.rankings.last)
        #expect(borders.userWorldBloomChapterRankingBorders.map(\.eventId) == [3, 3])
    }

    @Test func theFinaleIsShownWithoutACharacter() throws {
        let top = try decode(Top100.self, .top100(event: 3), at: bloom.window.ends - .hours(1))
        #expect(top.userWorldBloomChapterRankings.map(\.gameCharacterId) == [1, 2, 3, nil])
    }

    @Test func beforeTheStartAndForUnknownEventsThereIsNothing() throws {
        for (request, instant) in [
            (GameRequest.top100(event: 1), marathon.window.starts - .milliseconds(1)),
            (.borders(event: 1), marathon.window.starts - .milliseconds(1)),
            (.top100(event: 0), marathon.window.starts), (.borders(event: -1), marathon.window.starts),
            (.borders(event: Int.max), marathon.window.starts),
        ] {
            let answer = server.answer(request, at: instant)
            let failure = try JSONDecoder().decode(Failure.self, from: Data(answer.body))
            #expect(answer.status == 404)
            #expect(failure.httpStatus == 404)
            #expect(failure.errorCode == "not_found")
        }
        #expect(server.answer(.top100(event: 1), at: marathon.window.starts).status == 200)
    }

    @Test func whileItCountsNothingMovesAndTheEndpointsTurnApart() throws {
        let window = marathon.window
        let cases: [(Instant, top: Bool, borders: Bool)] = [
            (window.aggregates - .milliseconds(1), false, false), (window.aggregates, true, false),
            (window.ends + .seconds(24), true, false), (window.ends + .seconds(25), true, true),
            (window.announces - .seconds(25), false, true), (window.announces - .milliseconds(1), false, true),
            (window.announces, false, false),
        ]
        let end = Fixtures.world.entries(of: marathon, on: .main, at: window.ends)
        for (instant, top, borders) in cases {
            let shown = try decode(Top100.self, .top100(event: 1), at: instant)
            #expect(shown.isEventAggregate == top)
            #expect(try decode(Borders.self, .borders(event: 1), at: instant).isEventAggregate == borders)
            if instant >= window.ends { #expect(shown.rankings.map(\.score) == end.map(\.score)) }
        }
    }

    @Test func aChapterCountsWhileTheEventGoesOn() throws {
        let chapter = bloom.chapters[0]
        let instant = chapter.window.ends + .minutes(5)
        let top = try decode(Top100.self, .top100(event: 3), at: instant)
        #expect(top.userWorldBloomChapterRankings.map(\.isWorldBloomChapterAggregate) == [true, false])
        #expect(!top.isEventAggregate)
        let later = try decode(Top100.self, .top100(event: 3), at: chapter.window.announces)
        #expect(later.userWorldBloomChapterRankings.map(\.isWorldBloomChapterAggregate) == [false, false])
        #expect(later.userWorldBloomChapterRankings[0].rankings == top.userWorldBloomChapterRankings[0].rankings)
    }

    @Test func everyNameSurvivesJSON() throws {
        var json = JSONText()
        let names = (0..<4000).map { PlayerNames.name(for: $0) } + ["\u{0}\u{1F}\u{7F}\"\\/", "🏳️‍🌈", ""]
        json.list(names) { $0.string($1) }
        let decoded = try JSONDecoder().decode([String].self, from: Data(json.bytes))
        #expect(decoded.map { Array($0.utf8) } == names.map { Array($0.utf8) })
        #expect(names.contains { $0.contains("<script>") })
        #expect(names.contains { $0.unicodeScalars.contains("\u{202E}") })
        #expect(Set(names).count > 300)
    }

    @Test func theLogHoldsWhatWasShown() throws {
        let instant = bloom.window.starts + .hours(50)
        let request = GameRequest.top100(event: 3)
        let answer = server.answer(request, at: instant)
        let line = ShownLine.bytes(request, answer, at: instant, attempt: 2, world: 3)
        #expect(line.last == UInt8(ascii: "\n"))
        #expect(!line.dropLast().contains(UInt8(ascii: "\n")))
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
        #expect(object["at"] as? Int64 == instant.unixMilliseconds)
        #expect(object["kind"] as? String == "top100")
        #expect(object["event"] as? Int == 3)
        #expect(object["attempt"] as? Int == 2)
        #expect(object["world"] as? Int == 3)
        #expect(object["fault"] is NSNull)
        let boards = try #require(object["boards"] as? [[String: Any]])
        #expect(boards.compactMap { $0["board"] as? String } == ["main", "chapter-1", "chapter-2"])
        let row = try #require((boards[0]["rows"] as? [[Any]])?.first)
        let shown = try #require(answer.shown.first?.rows.first)
        #expect(row[0] as? Int == 1)
        #expect(row[1] as? String == String(shown.player.userID))
        #expect(row[2] as? Int64 == shown.score)
        #expect(row[3] as? String == shown.name)
    }

    @Test func theLogSaysHowLateAnAnswerIsAndForHowLongItAsksToWait() throws {
        let instant = bloom.window.starts + .hours(50)
        let slow = try plan("slow:1", slowFor: .seconds(60))
        let busy = try plan("status-429:1", slowFor: .zero)
        for (plan, expected) in [(slow, "\"fault\":\"slow\",\"delay\":60,"), (busy, "\"retry_after\":300,")] {
            let server = GameServer(world: Fixtures.world, faults: plan)
            let line = ShownLine.bytes(.events, server.answer(.events, at: instant), at: instant)
            #expect(String(decoding: line, as: UTF8.self).contains(expected))
            #expect(String(decoding: line, as: UTF8.self).contains("\"event\":null,"))
        }
    }

    private func plan(_ rule: String, slowFor: Duration) throws -> FaultPlan {
        FaultPlan(rules: [try FaultRule(rule)], seed: 1, slowness: slowFor, retryAfter: .seconds(300))
    }
}
