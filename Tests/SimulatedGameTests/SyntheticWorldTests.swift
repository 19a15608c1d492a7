import Rankings
import Testing

@testable import SimulatedGame

@Suite struct SyntheticWorldTests {
    private let world = Fixtures.world
    private let marathon = Fixtures.marathon
    private let bloom = Fixtures.bloom

    @Test func sameSeedGivesTheSameRowsInAnyOrderOfAsking() {
        let other = Fixtures.world(seed: 7)
        let instants = [marathon.window.ends, marathon.window.starts + .hours(50)]
        for instant in instants {
            #expect(
                other.entries(of: marathon, on: .main, at: instant)
                    == world.entries(of: marathon, on: .main, at: instant))
        }
        for instant in instants.reversed() {
            #expect(
                other.borders(of: marathon, on: .main, at: instant)
                    == world.borders(of: marathon, on: .main, at: instant))
        }
    }

    @Test func anotherSeedGivesAnotherWorld() {
        let other = Fixtures.world(seed: 8)
        let instant = marathon.window.starts + .hours(100)
        #expect(
            other.entries(of: marathon, on: .main, at: instant) != world.entries(of: marathon, on: .main, at: instant))
        #expect(
            other.borders(of: marathon, on: .main, at: instant) != world.borders(of: marathon, on: .main, at: instant))
    }

    @Test func bordersNeverFallAndStandInOrderBelowRank100() {
        for board in [GameBoard.main] + bloom.chapters.map(GameBoard.chapter) {
            var before: [Int: Int64] = [:]
            let window = bloom.window(of: board)
            for instant in Fixtures.hours(of: bloom, by: 3) where window.starts < instant && instant <= window.ends {
                let rows = world.borders(of: bloom, on: board, at: instant)
                #expect(rows.first?.rank == 100)
                #expect(zip(rows, rows.dropFirst()).allSatisfy { $0.rank < $1.rank && $0.score >= $1.score })
                for row in rows.dropFirst() {
                    #expect(row.score >= before[row.rank] ?? 0)
                    before[row.rank] = row.score
                }
            }
            #expect(before.count >= 16)
        }
    }

    @Test func lowRanksAreMissingUntilEnoughPlayersHaveBegun() {
        func ranks(afterMinutes minutes: Int) -> [Int] {
            world.borders(of: marathon, on: .main, at: marathon.window.starts + .minutes(minutes)).map(\.rank)
        }
        #expect(ranks(afterMinutes: 0).isEmpty)
        #expect(!ranks(afterMinutes: 180).contains(100_000))
        #expect(ranks(afterMinutes: 180).contains(10_000))
        #expect(ranks(afterMinutes: 600) == [100] + Population.ranks)
    }

    @Test(arguments: [1, 2, 3]) func finalsAreLikeRealOnes(number: Int) throws {
        let event = Fixtures.event(number)
        let rows = world.borders(of: event, on: .main, at: event.window.ends)
        let finals = Dictionary(uniqueKeysWithValues: rows.map { ($0.rank, $0.score) })
        #expect((15_000_000...60_000_000).contains(try #require(finals[100])))
        #expect((2_000_000...9_000_000).contains(try #require(finals[1000])))
        #expect((400_000...2_500_000).contains(try #require(finals[10_000])))
        let first = try #require(world.entries(of: event, on: .main, at: event.window.ends).first)
        #expect((120_000_000...600_000_000).contains(first.score))
    }

    @Test func theTopHoldsAHundredPlayersOnceEach() {
        let rows = world.entries(of: marathon, on: .main, at: marathon.window.ends)
        #expect(rows.map(\.rank) == Array(1...100))
        #expect(Set(rows.map(\.player.userID)).count == 100)
        #expect(rows.allSatisfy { $0.player.userID > 1 << 53 })
        #expect(zip(rows, rows.dropFirst()).allSatisfy { $0.score >= $1.score })
    }

    @Test func boardsFillUpPlayerByPlayer() {
        let early = world.entries(of: marathon, on: .main, at: marathon.window.starts + .minutes(12))
        #expect((1..<100).contains(early.count))
    }

    @Test func someTieExactly() {
        let rows = world.entries(of: marathon, on: .main, at: marathon.window.ends)
        #expect(zip(rows, rows.dropFirst()).contains { $0.score == $1.score })
    }

    @Test func borderRowsNameTheHundredthPlayer() {
        let instant = marathon.window.starts + .hours(77)
        let entries = world.entries(of: marathon, on: .main, at: instant)
        #expect(world.borders(of: marathon, on: .main, at: instant).first == entries.last)
    }

    @Test func chapterScoresAreGainsWithinTheChapter() throws {
        let chapter = bloom.chapters[1]
        let instant = chapter.window.starts + .hours(20)
        func scores(_ board: GameBoard, _ instant: Instant) -> [Int64: Int64] {
            let rows = world.entries(of: bloom, on: board, at: instant)
            return Dictionary(uniqueKeysWithValues: rows.map { ($0.player.userID, $0.score) })
        }
        for asked in [instant, chapter.window.ends] {
            let before = scores(.main, chapter.window.starts - .milliseconds(1))
            let after = scores(.main, asked - .milliseconds(1))
            let gains = scores(.chapter(chapter), asked)
            let both = gains.keys.filter { before[$0] != nil && after[$0] != nil }
            #expect(both.count > 50)
            for player in both {
                let expected = try #require(after[player]) - (try #require(before[player]))
                let late = asked == instant ? scores(.main, asked)[player].map { $0 - (before[player] ?? 0) } : nil
                #expect(gains[player] == expected || gains[player] == late)
            }
        }
        #expect(
            scores(.chapter(chapter), chapter.window.ends)
                == scores(.chapter(chapter), chapter.window.ends + .hours(5)))
    }

    @Test func theMasterListNamesPastEventsAndTheNextOne() {
        let now = Fixtures.event(40).window.starts + .hours(1)
        #expect(world.events(at: now).map(\.number) == Array(10...41))
        #expect(world.events(at: Fixtures.epoch - .hours(1)).map(\.number) == [1])
        #expect(world.event(numbered: 0) == nil)
        #expect(world.event(numbered: SyntheticCalendar.lastNumber + 1) == nil)
    }
}
