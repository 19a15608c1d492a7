import Foundation
import Rankings
import Testing

@testable import Forecasting

@Suite struct PastShapeTests {
    private let hour: Int64 = 3600
    private let likeness = Likeness(game: GameID(rawValue: "game-a"), kind: "marathon", boardClass: "main")

    /// A board whose score at rank r is final/r from hour 100 of 120, and before that the given share of it.
    private func step(
        _ number: Int, game: String = "game-a", name: String = "main", ranks: [Int] = [100], percent: Int
    ) -> FinishedBoard {
        Fixture.finished(
            number, game: game, name: name, ranks: ranks, score: { $0 < 100 ? 1_000 * percent : 100_000 })
    }

    private func shape(_ boards: [FinishedBoard], leadHours: Int64 = 48) -> PastShape {
        PastShape(
            history: FinishedHistory(boards), like: likeness, lead: leadHours * hour, duration: 120 * hour,
            endedBy: .max)
    }

    @Test func takesTheMedianRatioOfTheBoards() throws {
        let shape = shape([step(0, percent: 50), step(1, percent: 40), step(2, percent: 80)])
        let (estimate, errors) = try #require(shape.estimate(present: 1000, rank: 100))
        #expect(estimate.rule == .shape)
        #expect(abs(estimate.final - 2000) < 1e-6)
        #expect(errors.count == 3)
        // Without the first (ratio 2), the lighter half of 1.25 and 2.5 is 1.25: a rest of 0.25 for a true one of 1.
        let halves = errors.map(\.error).sorted()
        #expect(abs(try #require(halves.last) - log(1.501 / 0.251)) < 1e-9)
    }

    @Test func believesTheSameGameMoreThanOthers() throws {
        let shape = shape([
            step(0, percent: 50), step(1, game: "game-b", percent: 80), step(2, game: "game-c", percent: 80),
        ])
        let (estimate, errors) = try #require(shape.estimate(present: 1000, rank: 100))
        #expect(abs(estimate.final - 2000) < 1e-6)
        #expect(errors.map(\.weight).sorted() == [0.1, 0.1, 1])
    }

    @Test func looksAtOtherClassesOnlyWhereItsOwnIsUnknown() throws {
        let chapter = step(0, name: "chapter-1", percent: 50)
        let (alone, _) = try #require(shape([chapter]).estimate(present: 1000, rank: 100))
        #expect(abs(alone.final - 2000) < 1e-6)
        let (both, _) = try #require(shape([chapter, step(1, percent: 80)]).estimate(present: 1000, rank: 100))
        #expect(abs(both.final - 1250) < 1e-6)
    }

    @Test func liesBetweenTheNearestRanks() throws {
        let board = FinishedBoard(
            game: likeness.game, event: EventID(rawValue: "e"), kind: "marathon",
            board: Fixture.board("e", startsAtHour: 0),
            courses: [
                Fixture.course(rank: 10, { $0 < 100 ? 4000 : 8000 }, startsAtHour: 0, hours: 1...120),
                Fixture.course(rank: 1000, { $0 < 100 ? 100 : 800 }, startsAtHour: 0, hours: 1...120),
            ])
        let shape = shape([board])
        for (rank, ratio) in [(1, 2.0), (10, 2), (100, 4), (1000, 8), (9999, 8)] {
            let (estimate, errors) = try #require(shape.estimate(present: 1, rank: rank))
            #expect(abs(estimate.final - ratio) < 1e-9, "rank \(rank)")
            #expect(errors.isEmpty, "one event alone has nothing to be tested against")
        }
    }

    @Test func saysNothingWhereNoBoardReachesBack() {
        #expect(shape([]).estimate(present: 1000, rank: 100) == nil)
        let late = Fixture.finished(0, ranks: [100], score: { $0 < 100 ? 0 : 5 })
        #expect(shape([late]).estimate(present: 1000, rank: 100) == nil)
    }

    @Test(arguments: [
        (10, 120, 120, 10), (100, 130, 120, 100), (24, 240, 120, 24), (72, 240, 120, 132), (72, 60, 120, 42),
        (12, 24, 48, 6), (40, 30, 60, 20),
    ])
    func alignsBoardsOfOtherLengths(lead: Int64, past: Int64, duration: Int64, aligned: Int64) {
        #expect(PastShape.lead(in: past * hour, for: lead * hour, of: duration * hour) == aligned * hour)
    }
}
