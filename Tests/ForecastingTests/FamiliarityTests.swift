import Rankings
import TestSupport
import Testing

@testable import Forecasting

@Suite struct FamiliarityTests {
    /// The furthest finished board is no exception to itself, whatever the others are.
    @Test func aBoardLikeOneThatWasIsFamiliar() throws {
        let past = (0..<8).compactMap { PastBoard(Fixture.finished($0)) }
        let board = Fixture.finished(3)
        let curve = ScoreCurve(board.courses[0].points, within: 0...Int64.max).seen(until: past[3].starts + 96 * 3600)
        let live = LiveBoard(
            id: .init(event: .init(rawValue: "again"), name: "main"), game: board.game, kind: board.kind,
            boardClass: "main", starts: past[3].starts, ends: past[3].ends, borders: [.init(rank: 100, seen: curve)])
        let familiarity = Familiarity(SampleSet(live: live, past: past, lead: 24))
        #expect(try #require(familiarity.remoteness) <= 1)
        #expect(familiarity.widening == 1)
        #expect(Familiarity(SampleSet(live: live, past: [], lead: 24)).remoteness == nil)
    }

    /// Boards that differ by chance, and one more of them: it lies as far from the others as they from one another. A
    /// board that is measured against a mean it is part of lies nearer, and the next one seemed an exception then.
    @Test(arguments: 0..<20)
    func oneMoreOfTheSameKindIsNoException(_ seed: UInt64) throws {
        var random = SplitMix(state: seed)
        let boards = (0..<9).map { number in
            let (rise, rush) = (Int.random(in: 1...9, using: &random), Int.random(in: 1...9, using: &random))
            return Fixture.finished(number) { hour in
                200 * hour + rise * hour * hour / 10 + 30 * rush * max(0, hour % 24 - 12) + 30 * rush * 12 * (hour / 24)
            }
        }
        let past = boards.dropLast().compactMap { PastBoard($0) }
        let last = try #require(boards.last)
        let next = try #require(PastBoard(last))
        let curve = ScoreCurve(last.courses[0].points, within: 0...Int64.max).seen(until: next.starts + 96 * 3600)
        let live = LiveBoard(
            id: next.id, game: last.game, kind: last.kind, boardClass: "main", starts: next.starts, ends: next.ends,
            borders: [.init(rank: 100, seen: curve)])
        #expect(!Familiarity(SampleSet(live: live, past: past, lead: 24)).isException)
    }
}
