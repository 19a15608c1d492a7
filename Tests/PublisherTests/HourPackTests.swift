import Foundation
import Rankings
import Testing

@testable import Publisher

struct HourPackTests {
    /// The minutes of an hour in which players pass each other, come and go, a slot is missed and a name changes.
    private static func documents() -> [[UInt8]] {
        editions().map { LatestDocument(edition: $0).bytes }
    }

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

    private static func states() throws -> [MinuteState] {
        try documents().map { try MinuteState(latest: $0, item: "test") }
    }

    @Test func aReaderFindsEveryMinuteAgain() throws {
        let states = try Self.states()
        let pack = HourPack(minutes: states)
        #expect(try HourPackReader.read(pack.bytes) == states)
    }

    @Test func theStoreGivesTheSamePackAsThePublishedMinutes() throws {
        let past = Self.editions().map { PastMinute(edition: $0, forecast: $0.forecast?.document) }
        let file = try #require(OutputFile.sealedHour(past))
        #expect(file.path == "e/sekai-jp-210/main/at/498660.json")
        #expect(file.bytes == HourPack(minutes: try Self.states()).bytes)
        #expect(OutputFile.sealedHour([]) == nil)
    }

    @Test func anHourOfOneMinuteIsAPackToo() throws {
        let states = [try Self.states()[7]]
        #expect(try HourPackReader.read(HourPack(minutes: states).bytes) == states)
    }

    @Test(arguments: ["", "{}", "[1]", #"{"board":"x","slot":"y"}"#])
    func aMinuteOfAnotherFormIsRefused(_ text: String) {
        let error = #expect(throws: PublisherError.self) {
            try MinuteState(latest: Array(text.utf8), item: "at/1.json")
        }
        #expect(error?.kind == .document)
        #expect(error?.description == "at/1.json: is not a board's document")
    }

    @Test func finishedHoursAreSealedAndTheirMinutesRemovedALittleLater() throws {
        let folder = try TemporaryFolder()
        let sink = FolderSink(folder: folder.path)
        let board = BoardID(event: Fixture.event, name: "main")
        let hour = Fixture.slot.hour
        let files = Self.documents().enumerated().map { index, bytes in
            OutputFile(
                path: OutputPath.minute(of: board, slot: hour + index), bytes: bytes, kind: .immutable,
                contentType: .json, effort: .quick)
        }
        try sink.publish(files)
        let pack = "e/sekai-jp-210/main/at/498660.json"

        try sink.seal(board, before: hour + 59)
        #expect(!folder.exists(pack))

        try sink.seal(board, before: hour + 60)
        #expect(try HourPackReader.read(folder.bytes(pack)) == Self.states())
        #expect(folder.exists(pack + ".br"))
        #expect(folder.exists(files[0].path))
        let inode = try folder.inode(pack)

        #expect(try !sink.seal(board, before: hour + 69))
        #expect(folder.exists(files[0].path))

        #expect(try sink.seal(board, before: hour + 70))
        #expect(try folder.inode(pack) == inode)
        #expect(try folder.files() == [pack, pack + ".br", pack + ".gz"])
    }

    @Test func aDamagedMinuteKeepsItsHourOpen() throws {
        let folder = try TemporaryFolder()
        let sink = FolderSink(folder: folder.path)
        let board = BoardID(event: Fixture.event, name: "main")
        try folder.write("{", to: OutputPath.minute(of: board, slot: Fixture.slot.hour))
        #expect(throws: PublisherError.self) { try sink.seal(board, before: Fixture.slot.hour + 120) }
        #expect(folder.exists(OutputPath.minute(of: board, slot: Fixture.slot.hour)))
    }

    @Test func aBoardWithoutEditionsHasNothingToSeal() throws {
        let folder = try TemporaryFolder()
        try FolderSink(folder: folder.path).seal(BoardID(event: Fixture.event, name: "main"), before: Fixture.slot)
        #expect(try folder.files().isEmpty)
    }
}
