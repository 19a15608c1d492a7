import Rankings
import Testing

@testable import Forecasting

/// Boards that are not seen as one would wish.
@Suite struct TroubledBoardTests {
    private let start = 8 * 240
    private let past = (0..<8).map { Fixture.finished($0, ranks: [100, 200, 1000]) }

    private func course(_ rank: Int, hours: some Sequence<Int>, _ change: (Int, Int) -> Int = { $1 }) -> BorderCourse {
        let hours = Array(hours)
        let score = { change($0, Fixture.growing(2)($0)) * 1000 / rank }
        return Fixture.course(rank: rank, score, startsAtHour: start, hours: hours)
    }

    private func finals(
        _ courses: [BorderCourse], atHour hour: Int = 96, past: [FinishedBoard]? = nil, board: Board? = nil
    ) -> [Int: Quantiles] {
        let made = PooledForecaster(history: FinishedHistory(past ?? self.past)).forecast(
            of: board ?? Fixture.board("game-a-8", startsAtHour: start), game: GameID(rawValue: "game-a"),
            kind: "marathon", courses: courses, at: Slot(unixMinute: Int64(start + hour) * 60))
        return Dictionary(uniqueKeysWithValues: made.borders.map { ($0.rank, $0.final) })
    }

    private func truth(_ rank: Int) -> Double { Double(Fixture.growing(2)(120) * 1000 / rank) }

    private func error(_ final: Quantiles?, of truth: Double) throws -> Double {
        abs(Double(try #require(final).median) / truth - 1)
    }

    /// Rank 200 has not moved for half a day: its own forecast is low, those about it stay where they were.
    @Test func aStalledNeighbourHoldsNobodyBack() throws {
        let stalled = course(200, hours: 1...96) { $0 > 84 ? Fixture.growing(2)(84) : $1 }
        let made = finals([course(100, hours: 1...96), stalled, course(1000, hours: 1...96)])
        let sound = finals([100, 200, 1000].map { course($0, hours: 1...96) })
        for rank in [100, 1000] {
            #expect(try error(made[rank], of: Double(try #require(sound[rank]).median)) < 0.02)
        }
        #expect(try #require(made[200]).median < (try #require(sound[200])).median)
        #expect(try #require(made[200]).values[0] >= Int64(Fixture.growing(2)(84) * 5))
    }

    /// A player above is removed and everybody moves up: the score at the rank falls to the next one's.
    @Test func aBanLowersARankAndTheForecastGoesOnFromThere() throws {
        let banned = course(100, hours: 1...96) { $0 > 70 ? $1 * 9 / 10 : $1 }
        let made = finals([banned, course(200, hours: 1...96), course(1000, hours: 1...96)])
        let now = Double(Fixture.growing(2)(96) * 9)
        let final = try #require(made[100])
        #expect(final.values.allSatisfy { Double($0) >= now })
        #expect(try error(final, of: truth(100) * 0.9) < 0.08)
        #expect(try error(made[1000], of: truth(1000)) < 0.05)
    }

    @Test func aCorrectionOfTheNewestScoreIsBelieved() throws {
        let corrected = course(1000, hours: 1...96) { $0 == 95 ? $1 * 3 / 2 : $1 }
        let made = finals([course(100, hours: 1...96), corrected])
        #expect(try error(made[1000], of: truth(1000)) < 0.05)
    }

    @Test(arguments: [
        Array(1...40) + Array(70...96), Array(1...70) + Array(94...96), Array(60...96),
        Array(stride(from: 6, through: 96, by: 6)),
    ])
    func hoursThatWereNotSeenAreBridged(hours: [Int]) throws {
        let made = finals([100, 1000].map { course($0, hours: hours) })
        for rank in [100, 1000] { #expect(try error(made[rank], of: truth(rank)) < 0.06) }
    }

    /// Chapters of two days learn from chapters, though whole events go otherwise.
    @Test func chaptersLearnFromChapters() throws {
        let chapters = (0..<5).map { number in
            Fixture.finished(number, name: "chapter-\(number)", score: { $0 * (900 + 40 * number) }, lengthHours: 48)
        }
        let board = Fixture.board("game-a-8", "chapter-9", startsAtHour: start, lengthHours: 48)
        let courses = [100, 1000].map { rank in
            Fixture.course(rank: rank, { $0 * 1000 * 1000 / rank }, startsAtHour: start, hours: 1...30)
        }
        let made = finals(courses, atHour: 30, past: past + chapters, board: board)
        for rank in [100, 1000] {
            #expect(try error(made[rank], of: 48_000_000 / Double(rank)) < 0.04)
        }
    }

    /// Half as long again as all before: at the same pace it ends higher, not at the same score.
    @Test func aLongerEventEndsHigher() throws {
        let even = (0..<8).map { number in
            Fixture.finished(number, score: { $0 * (90 + 5 * number) }, lengthHours: 120)
        }
        let board = Fixture.board("game-a-8", startsAtHour: start, lengthHours: 180)
        let courses = [100, 1000].map { rank in
            Fixture.course(rank: rank, { $0 * 100 * 1000 / rank }, startsAtHour: start, hours: 1...100)
        }
        let made = finals(courses, atHour: 100, past: even, board: board)
        for rank in [100, 1000] {
            #expect(try error(made[rank], of: 18_000_000 / Double(rank)) < 0.06)
        }
    }
}
