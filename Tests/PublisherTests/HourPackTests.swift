import Foundation
import Rankings
import TestSupport
import Testing

@testable import Publisher

struct HourPackTests {
    /// The minutes of an hour in which players pass each other, come and go, a slot is missed and a name changes.
    private static func editions() -> [Edition] {
        let hour = Fixture.slot.hour
        return (0..<60).map { minute in
            let slot = hour + minute
            let count = minute < 20 ? 3 : minute < 40 ? 5 : 2
            let players = (0..<count).map { (order: Int) in UInt64((order + minute / 7) % 6 + 1) }
            let entries = players.enumerated().map { index, player in
                StandingEntry(
                    rank: index + 1, player: Pseudonym(value: player), name: minute < 30 ? "a" : "b",
                    score: Int64(10_000 - index * 100 + minute / 3 * 10), scoredAt: slot - (minute % 3))
            }
            let borders =
                minute < 5
                ? [] : [StandingBorder(rank: 100, score: Int64(50 + minute / 2), scoredAt: slot - minute % 2)]
            let missed = minute == 33
            let fixture = Fixture().edition
            return Edition(
                event: fixture.event, board: fixture.board, phase: .running,
                standing: Standing(
                    board: fixture.board.id, slot: slot, asOf: missed ? slot - 1 : slot, entries: entries,
                    borders: borders, isFinal: false),
                outcome: SlotOutcome(
                    slot: slot, outcome: missed ? .missed : .changed, reason: missed ? "no answer" : nil),
                gains: [
                    GainWindow(
                        hours: 1, coverage: Coverage(seen: minute < 33 ? 60 : 59, planned: 60), players: [:],
                        borders: [:])
                ], forecast: minute < 15 ? nil : fixture.forecast, next: slot + 1)
        }
    }

    private static func past() -> [PastMinute] {
        editions().map { PastMinute(edition: $0, forecast: $0.forecast?.document) }
    }

    private static func states() -> [MinuteState] { past().map(MinuteState.init) }

    @Test func aReaderFindsEveryMinuteAgain() throws {
        let states = Self.states()
        let pack = HourPack(minutes: states)
        #expect(try HourPackReader.read(pack.bytes) == states)
    }

    /// Players with equal scores and ranks, scores that fall, boards in another order than that of the scores.
    @Test(arguments: [1, 2, 3] as [UInt64])
    func aReaderFindsWhateverHappenedAgain(seed: UInt64) throws {
        var random = SplitMix(state: seed)
        var states: [MinuteState] = []
        for minute in Int64(0)..<60 {
            let count = Int.random(in: 0...12, using: &random)
            let players = Array((0..<16).shuffled(using: &random).prefix(count))
            let isOrdered = Bool.random(using: &random)
            let scores = players.map { _ in Int64.random(in: -3...5, using: &random) }
            let start = Int64(29_919_600)
            states.append(
                MinuteState(
                    minute: start + minute, board: "a/main",
                    head: MinuteState.Head(outcome: "changed", phase: "running", isFinal: false),
                    entries: MinuteState.Columns(
                        rank: players.indices.map { Int64($0 / 2 * 2 + 1) }, player: players.map { "p\($0)" },
                        score: isOrdered ? scores.sorted(by: >) : scores,
                        since: players.map { _ in start + minute - Int64.random(in: 0...2, using: &random) }),
                    borders: MinuteState.Columns(
                        rank: scores.indices.map { Int64($0) }, score: scores, since: scores.map { _ in start })))
        }
        #expect(try HourPackReader.read(HourPack(minutes: states).bytes) == states)
    }

    /// What belongs to a player moves with them: only points are said.
    @Test func playersWhoPassEachOtherCostNoMoreThanTheirPoints() {
        let minutes = [[300, 200, 100], [250, 301, 100]].enumerated().map { minute, scores in
            let rows = zip(["a", "b", "c"], scores).sorted { $0.1 > $1.1 }
            return MinuteState(
                minute: 29_919_600 + Int64(minute), board: "a/main",
                head: MinuteState.Head(outcome: "changed", phase: "running", isFinal: false),
                entries: MinuteState.Columns(
                    rank: [1, 2, 3], player: rows.map(\.0), score: rows.map { Int64($0.1) },
                    since: rows.map { $0.0 == "c" ? 29_919_600 : 29_919_600 + Int64(minute) }),
                borders: MinuteState.Columns())
        }
        let text = String(decoding: HourPack(minutes: minutes).bytes, as: UTF8.self)
        #expect(text.contains(#"{"minute":1,"entries":{"score":[1,101,0,-50]}}"#), "\(text)")
    }

    @Test func aMinuteIsKeptAsItWasPublished() throws {
        let edition = Self.editions()[21]
        let state = MinuteState(PastMinute(edition: edition, forecast: "00112233445566ff"))
        let latest = try #require(
            JSONSerialization.jsonObject(with: Data(LatestDocument(edition: edition).bytes)) as? [String: Any])
        let entries = try #require(latest["entries"] as? [String: Any])
        #expect(state.minute * 60 == latest["slot"] as? Int64)
        #expect(state.entries.score == entries["score"] as? [Int64])
        #expect(state.entries.since == (entries["idle"] as? [Int64])?.map { state.minute - $0 })
        #expect(state.entries.player == edition.standing.entries.map(\.player.description))
        #expect(state.head.outcome == latest["outcome"] as? String)
    }

    @Test func anHourIsNamedByItsNumber() throws {
        let file = try #require(OutputFile.sealedHour(Self.past()))
        #expect(file.path == "e/sekai-jp-210/main/at/498660.json")
        #expect(try HourPackReader.read(file.bytes) == Self.states())
        #expect(OutputFile.sealedHour([]) == nil)
    }

    @Test func anHourOfOneMinuteIsAPackToo() throws {
        let states = [Self.states()[7]]
        #expect(try HourPackReader.read(HourPack(minutes: states).bytes) == states)
    }

    @Test func finishedHoursArePackedAndTheirMinutesRemovedALittleLater() throws {
        let folder = try TemporaryFolder()
        let sink = FolderSink(folder: folder.path)
        let board = BoardID(event: Fixture.event, name: "main")
        let hour = Fixture.slot.hour
        for minute in [0, 3, 59] { try folder.write("{}", to: OutputPath.minute(of: board, slot: hour + minute)) }
        let pack = try #require(OutputFile.sealedHour(Self.past()))

        #expect(try sink.unsealedHours(of: board, before: hour + 59).isEmpty)
        #expect(try sink.unsealedHours(of: board, before: hour + 60) == [hour])
        #expect(try !sink.removeSealedMinutes(of: board, before: hour + 75), "what has no pack keeps its minutes")
        try sink.publish([pack])

        // Nobody was there for two hours after it: they are packed too.
        #expect(try sink.unsealedHours(of: board, before: hour + 185) == [hour + 60, hour + 120])
        #expect(try !sink.removeSealedMinutes(of: board, before: hour + 69))
        #expect(try sink.removeSealedMinutes(of: board, before: hour + 70))
        #expect(try folder.files() == [pack.path, pack.path + ".br"])
    }

    @Test func aBoardWithoutEditionsHasNothingToSeal() throws {
        let folder = try TemporaryFolder()
        let board = BoardID(event: Fixture.event, name: "main")
        #expect(try FolderSink(folder: folder.path).unsealedHours(of: board, before: Fixture.slot).isEmpty)
    }
}
