import Rankings
import Testing

@testable import Forecasting

@Suite struct PooledForecasterTests {
    private let game = GameID(rawValue: "game-a")
    /// Starts when all of `Fixture.finished(0..<8)` are over.
    private let start = 8 * 240
    private let board = Fixture.board("game-a-8", startsAtHour: 8 * 240)

    private func slot(_ hour: Int, minute: Int = 0) -> Slot {
        Slot(unixMinute: Int64((start + hour) * 60 + minute))
    }

    private func courses(_ ranks: [Int] = [100, 1000], hours: some Sequence<Int>) -> [BorderCourse] {
        let hours = Array(hours)
        return ranks.map { rank in
            Fixture.course(
                rank: rank, { Fixture.growing(2)($0) * 1000 / rank }, startsAtHour: start, hours: hours)
        }
    }

    private func forecast(
        _ boards: [FinishedBoard], courses: [BorderCourse], at slot: Slot, kind: String = "marathon",
        board: Board? = nil
    ) -> BoardForecast {
        PooledForecaster(history: FinishedHistory(boards))
            .forecast(of: board ?? self.board, game: game, kind: kind, courses: courses, at: slot)
    }

    private let past = (0..<8).map { Fixture.finished($0) }

    @Test func namesBoardSlotAndModel() {
        let made = forecast(past, courses: courses(hours: 1...96), at: slot(96))
        #expect(made.board == board.id)
        #expect(made.madeAt == slot(96))
        #expect(made.model == PooledForecaster.model)
        #expect(made.absence == nil)
        #expect(made.borders.map(\.rank) == [100, 1000])
    }

    @Test(arguments: [24, 48, 72, 96, 117])
    func findsTheFinalOfAnEventLikeThePast(hour: Int) throws {
        let made = forecast(past, courses: courses(hours: 1...hour), at: slot(hour))
        for border in made.borders {
            let truth = Double(Fixture.growing(2)(120) * 1000 / border.rank)
            #expect(abs(Double(border.final.median) / truth - 1) < 0.05)
            #expect(border.final.band80.contains(Int64(truth)))
            #expect(border.final.values[0] < border.final.values[6])
        }
    }

    @Test func saysWhyThereIsNone() {
        let seen = courses(hours: 1...96)
        let falls = Fixture.board("game-a-8", startsAtHour: start, isMonotone: false)
        #expect(forecast(past, courses: seen, at: slot(120)).absence == .ended)
        #expect(forecast(past, courses: seen, at: slot(96), board: falls).absence == .notMonotone)
        #expect(forecast([], courses: seen, at: slot(96)).absence == .noFinishedEvent)
        #expect(forecast(past, courses: [], at: slot(96)).absence == .tooFewObservations)
        #expect(forecast(past, courses: seen, at: slot(-1)).absence == .tooFewObservations)
        let later = Fixture.finished(20)
        #expect(forecast([later], courses: seen, at: slot(96)).absence == .noFinishedEvent)
        let late = (0..<8).map { Fixture.finished($0, score: { $0 < 119 ? 0 : 5 }) }
        #expect(forecast(late, courses: seen, at: slot(96)).absence == .noFinishedEvent)
    }

    @Test(arguments: [
        ([1, 2, 3], 3, 0, true), ([2, 3], 3, 0, false), ([1, 2, 3], 6, 0, true), ([1, 2, 3], 6, 1, false),
        ([1, 2, 3, 9], 3, 0, true), ([1, 2, 9], 3, 0, false),
    ])
    func waitsForEnoughObservations(hours: [Int], atHour: Int, minute: Int, isMade: Bool) {
        let made = forecast(past, courses: courses(hours: hours), at: slot(atHour, minute: minute))
        #expect(made.borders.isEmpty != isMade)
        #expect(made.absence == (isMade ? nil : .tooFewObservations))
    }

    @Test func leavesOutRanksWithoutAUsableCourse() {
        let zero = Fixture.course(rank: 500, { _ in 0 }, startsAtHour: start, hours: 1...96)
        let stale = Fixture.course(rank: 700, Fixture.growing(1), startsAtHour: start, hours: 1...92)
        let noRank = Fixture.course(rank: 0, Fixture.growing(1), startsAtHour: start, hours: 1...96)
        let made = forecast(past, courses: courses(hours: 1...96) + [zero, stale, noRank], at: slot(96))
        #expect(made.borders.map(\.rank) == [100, 1000])
    }

    @Test func forecastsARankWithoutAPast() throws {
        let made = forecast(past, courses: courses([100, 300, 1000], hours: 1...96), at: slot(96))
        let border = try #require(made.borders.first { $0.rank == 300 })
        #expect(abs(Double(border.final.median) / Double(Fixture.growing(2)(120) * 1000 / 300) - 1) < 0.1)
    }

    @Test func learnsFromAnotherGameWithWiderBands() throws {
        let seen = courses([1000], hours: 1...96)
        let others = (0..<8).map { Fixture.finished($0, game: "game-b", kind: "other") }
        let fromOthers = try #require(forecast(others, courses: seen, at: slot(96)).borders.first).final
        let fromOwn = try #require(forecast(past, courses: seen, at: slot(96)).borders.first).final
        #expect(fromOthers.values[6] - fromOthers.values[0] > fromOwn.values[6] - fromOwn.values[0])
        #expect(fromOthers.values[0] >= 16_848)
    }

    @Test func looksAtNothingThatCameLater() {
        let seen = courses(hours: 1...60)
        let later = courses(hours: 61...120).map { course in
            BorderCourse(
                rank: course.rank,
                points: course.points.map { BorderCourse.Point(slot: $0.slot, score: $0.score * 17) })
        }
        let whole = zip(seen, later).map { BorderCourse(rank: $0.rank, points: $0.points + $1.points) }
        let future = Fixture.finished(9, score: { $0 * $0 * $0 })
        #expect(forecast(past + [future], courses: whole, at: slot(60)) == forecast(past, courses: seen, at: slot(60)))
    }

    @Test func orderOfTheArgumentsDoesNotMatter() {
        let seen = courses([10, 100, 300, 1000], hours: 1...60)
        let reversed = seen.reversed().map { BorderCourse(rank: $0.rank, points: $0.points.reversed()) }
        #expect(
            forecast(past.reversed(), courses: reversed, at: slot(60)) == forecast(past, courses: seen, at: slot(60)))
    }
}
