import Foundation
import Rankings
import Storage
import TestSupport
import Testing

@testable import Dumps

@Suite(.enabled(if: TestDatabase.isAvailable, "needs mariadbd")) struct DumpTests {
    @Test(arguments: [1 as UInt64, 2])
    func everyStandingComesBack(seed: UInt64) async throws {
        let folder = try TemporaryFolder()
        try await DumpFixture.run { fixture in
            try await fixture.fill(seed: seed)
            let name = try await fixture.write(to: folder)
            let reader = try await DumpReader.open("\(folder.path)/sim-1/\(name)")
            #expect(reader.event == DumpFixture.event)
            for board in DumpFixture.event.boards {
                let records = try await reader.records(of: board.id, limit: 1000)
                let outcomes = try await fixture.store.outcomes(
                    of: board.id, after: Slot(unixMinute: 0), through: DumpFixture.firstSlot + 1000)
                #expect(records.map(\.outcome) == outcomes)
                let seen = records.compactMap(\.standing)
                #expect(seen.count > 100 && seen.count < records.count)
                #expect(seen == (try await fixture.store.standings(of: board.id, at: seen.map(\.slot))))
                #expect(
                    try await reader.forecasts(of: board.id)
                        == fixture.store.forecasts(of: board.id, through: DumpFixture.firstSlot + 1000))
            }
            try await reader.finish()
        }
    }

    /// Another store with another key: the pseudonyms are those of the dump.
    @Test func importedAndDumpedAgainItHasTheSameBytes() async throws {
        let (first, second) = (try TemporaryFolder(), try TemporaryFolder())
        let name = try await DumpFixture.run { fixture in
            try await fixture.fill(seed: 3)
            try await fixture.store.settle(DumpFixture.event.boards[1].id)
            return try await fixture.write(to: first)
        }
        let path = "sim-1/\(name)"
        try await DumpFixture.run(key: 9) { fixture in
            try await fixture.read("\(first.path)/\(path)")
            #expect(try await fixture.write(to: second) == name)
            // Nothing is added a second time.
            #expect(try await fixture.read("\(first.path)/\(path)") == 0)
        }
        let files = try FileManager.default.contentsOfDirectory(atPath: "\(first.path)/\(path)").sorted()
        #expect(files.count == DumpTable.allCases.count + 3)
        #expect(files == (try FileManager.default.contentsOfDirectory(atPath: "\(second.path)/\(path)").sorted()))
        for file in files {
            let isSame = FileManager.default.contentsEqual(
                atPath: "\(first.path)/\(path)/\(file)", andPath: "\(second.path)/\(path)/\(file)")
            #expect(isSame, "\(file)")
        }
    }

    /// Who is forgotten has no name in a dump, and gets none from one.
    @Test func forgottenPlayersStayWithoutAName() async throws {
        let (before, after, again) = (try TemporaryFolder(), try TemporaryFolder(), try TemporaryFolder())
        let board = DumpFixture.event.boards[0].id
        @Sendable func names(_ fixture: DumpFixture) async throws -> [String?] {
            try await fixture.store.standing(of: board, at: DumpFixture.firstSlot + 1).entries.map(\.name)
        }
        let (named, unnamed, player) = try await DumpFixture.run { fixture in
            try await fixture.store.register([DumpFixture.event])
            for minute in 0..<2 { try await fixture.show("someone", on: board, minute: minute) }
            let named = try await fixture.write(to: before)
            let standing = try await fixture.store.standing(of: board, at: DumpFixture.firstSlot)
            let player = ForgottenPlayer(
                game: DumpFixture.event.game, player: standing.entries[0].player, at: DumpFixture.firstSlot.start)
            try await fixture.store.forget(player, now: DumpFixture.firstSlot.start)
            return (named, try await fixture.write(to: after), player)
        }
        #expect(named != unnamed)
        #expect(try DumpedPlayer.all(in: "\(before.path)/sim-1/\(named)").map(\.name) == ["x"])
        #expect(try DumpedPlayer.all(in: "\(after.path)/sim-1/\(unnamed)").map(\.name) == [nil])
        try await DumpFixture.run { fixture in
            try await fixture.read("\(after.path)/sim-1/\(unnamed)")
            #expect(try await names(fixture) == [nil])
            #expect(try await fixture.write(to: again) == unnamed)
        }
        try await DumpFixture.run { fixture in
            try await fixture.store.register([DumpFixture.event])
            try await fixture.store.forget(player, now: DumpFixture.firstSlot.start)
            try await fixture.read("\(before.path)/sim-1/\(named)")
            #expect(try await names(fixture) == [nil])
        }
    }

    @Test func interruptedImportGoesOnAndANewerDumpAddsWhatIsNew() async throws {
        let folder = try TemporaryFolder()
        let (older, newer) = try await DumpFixture.run { fixture in
            try await fixture.fill(seed: 4, minutes: 100)
            let older = try await fixture.write(to: folder)
            try await fixture.fillMore(seed: 44, from: 100, to: 140)
            return (older, try await fixture.write(to: folder))
        }
        #expect(older != newer)
        try await DumpFixture.run { fixture in
            try await fixture.read("\(folder.path)/sim-1/\(older)", limit: 33)
            try await fixture.read("\(folder.path)/sim-1/\(older)")
            #expect(try await fixture.write(to: try TemporaryFolder()) == older)
            #expect(try await fixture.read("\(folder.path)/sim-1/\(newer)") == 80)
            #expect(try await fixture.write(to: try TemporaryFolder()) == newer)
            // The store went on since; the older dump leaves it as it is.
            #expect(try await fixture.read("\(folder.path)/sim-1/\(older)") == 0)
        }
    }

    @Test func anotherHistoryIsRefused() async throws {
        let folder = try TemporaryFolder()
        let name = try await DumpFixture.run { fixture in
            try await fixture.fill(seed: 5, minutes: 60)
            return try await fixture.write(to: folder)
        }
        try await DumpFixture.run { fixture in
            try await fixture.fill(seed: 6, minutes: 30)
            await #expect(throws: StorageError.importConflict(board: "sim-1/main")) {
                try await fixture.read("\(folder.path)/sim-1/\(name)")
            }
        }
    }

    /// A player of a dump turns out to be one the game shows: they are one player, with the id.
    @Test func importedPlayerIsRecognisedWithTheSameKey() async throws {
        let folder = try TemporaryFolder()
        let board = DumpFixture.event.boards[0].id
        let name = try await DumpFixture.run { fixture in
            try await fixture.store.register([DumpFixture.event])
            try await fixture.show("someone", on: board, minute: 0)
            return try await fixture.write(to: folder)
        }
        try await DumpFixture.run { fixture in
            try await fixture.read("\(folder.path)/sim-1/\(name)")
            try await fixture.show("someone", on: board, minute: 1)
            let standings = try await fixture.store.standings(
                of: board, at: [DumpFixture.firstSlot, DumpFixture.firstSlot + 1])
            #expect(standings[0].entries == standings[1].entries)
            #expect(standings[1].entries.count == 1)
        }
    }

    @Test func whatIsNotFinishedIsNotThere() async throws {
        let folder = try TemporaryFolder()
        let writer = try DumpWriter(DumpFixture.event, in: folder.path, terms: DumpTerms())
        try await writer.begin(DumpFixture.event.boards[0], isSettled: false)
        let catalogue = DumpCatalogue(folder: folder.path)
        #expect(try await catalogue.newest(of: DumpFixture.event.id) == nil)
        try await writer.discard()
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/sim-1").isEmpty)
    }

    @Test func newestIsListedAndOlderOnesGo() async throws {
        let folder = try TemporaryFolder()
        let event = DumpFixture.event.id
        try await DumpFixture.run { fixture in
            try await fixture.fill(seed: 7, minutes: 20)
            let first = try await fixture.write(to: folder)
            try await fixture.fillMore(seed: 77, from: 20, to: 30)
            let second = try await fixture.write(to: folder)
            for board in DumpFixture.event.boards { try await fixture.store.settle(board.id) }
            let final = try await fixture.write(to: folder)
            #expect(final.isComplete && !second.isComplete)
            let catalogue = DumpCatalogue(folder: folder.path)
            #expect(try await catalogue.newest(of: event) == final)
            try await catalogue.prune(event, keeping: final, previous: second)
            let left = Set(try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/sim-1"))
            #expect(left == [final.description, second.description])
            #expect(first != second)
            let summary = try #require(try await catalogue.summary(of: event))
            #expect(summary.isComplete && summary.observations > 0 && summary.licence?.name == "CC-BY-4.0")
            try await catalogue.prune(event, keeping: final, previous: nil)
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/sim-1") == [final.description])
        }
    }
}
