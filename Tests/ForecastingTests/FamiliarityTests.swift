import Rankings
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
}
