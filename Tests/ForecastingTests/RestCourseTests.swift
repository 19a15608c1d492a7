import Rankings
import Testing

@testable import Forecasting

@Suite struct RestCourseTests {
    private let live = LiveBoard(
        id: BoardID(event: EventID(rawValue: "game-a-9"), name: "main"), game: GameID(rawValue: "game-a"),
        kind: "marathon", boardClass: "main", starts: 0, ends: 120 * 3600, borders: [])

    @Test func theRestComesAsItCameBefore() throws {
        let line = try #require(PastBoard(Fixture.finished(0, score: { $0 * 100 })))
        let rush = try #require(PastBoard(Fixture.finished(1, score: { max($0, 8 * $0 - 7 * 108) * 100 })))
        let even = RestCourse.shape(rank: 100, of: live, lead: 24, past: [line])
        #expect(even.stepMinutes == 60)
        #expect(even.shares == (1...24).map { ($0 * 10_000 + 12) / 24 })
        let late = RestCourse.shape(rank: 100, of: live, lead: 24, past: [rush])
        #expect(late.shares[11] == 12 * 10_000 / 108)
        #expect(late.shares[23] == 10_000)
    }

    @Test func theRestComesEvenlyWhereNothingIsKnown() {
        let shape = RestCourse.shape(rank: 100, of: live, lead: 24, past: [])
        #expect(shape.shares[5] == 2500)
        #expect(shape.shares[23] == 10_000)
        #expect(shape.spreads[0] > 0)
        #expect(shape.spreads[23] == 0)
    }

    @Test func boardsThatDifferMakeACourseUnsure() throws {
        let rush = try #require(PastBoard(Fixture.finished(1, score: { max($0, 8 * $0 - 7 * 108) * 100 })))
        let alike = (0..<6).compactMap { PastBoard(Fixture.finished($0, score: { $0 * 100 })) }
        let sure = RestCourse.shape(rank: 100, of: live, lead: 24, past: alike)
        let unsure = RestCourse.shape(rank: 100, of: live, lead: 24, past: alike + [rush])
        #expect(unsure.spreads[8] > sure.spreads[8])
    }

    @Test(arguments: [
        (0.1, 15, 1), (1, 15, 4), (7, 15, 28), (7.1, 30, 15), (24, 60, 24), (72, 180, 24), (720, 1543, 28),
    ])
    func stepsAreFewAndEndAtTheEnd(lead: Double, minutes: Int, count: Int) {
        let shape = RestCourse.shape(rank: 100, of: live, lead: lead, past: [])
        #expect(shape.stepMinutes == minutes)
        #expect(shape.shares.count == count)
        #expect(shape.shares.last == 10_000)
    }
}
