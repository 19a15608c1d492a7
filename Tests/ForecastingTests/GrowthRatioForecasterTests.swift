import Rankings
import Testing

@testable import Forecasting

@Suite struct GrowthRatioForecasterTests {
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
        GrowthRatioForecaster(history: FinishedHistory(boards))
            .forecast(of: board ?? self.board, game: game, kind: kind, courses: courses, at: slot)
    }

    private let past = (0..<8).map { Fixture.finished($0) }

    @Test func namesBoardSlotAndModel() {
        let made = forecast(past, courses: courses(hours: 1...96), at: slot(96))
        #expect(made.board == board.id)
        #expect(made.madeAt == slot(96))
        #expect(made.model == "growth-ratio-1")
        #expect(made.absence == nil)
        #expect(made.borders.map(\.rank) == [100, 1000])
    }

    /// The same five past events as in `GrowthRatioTests`, so the same median.
    @Test func theMedianIsTheGrowthRatio() throws {
        let boards = [0, 1, 3, 4, 6].map { Fixture.finished($0, ranks: [1000]) }
        let made = forecast(boards, courses: courses([1000], hours: 1...96), at: slot(96))
        #expect(try #require(made.borders.first).final.median == 26_406)
    }

    @Test func bandsHoldTheTruthOfAnEventLikeThePast() throws {
        let made = forecast(past, courses: courses(hours: 1...72), at: slot(72))
        for border in made.borders {
            let truth = Int64(Fixture.growing(2)(120) * 1000 / border.rank)
            #expect(border.final.band80.contains(truth))
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

    @Test(arguments: [(59, false), (60, true)])
    func waitsAnHour(minute: Int, isMade: Bool) {
        let points = (0..<3).map { BorderCourse.Point(slot: slot(0, minute: $0 * 20), score: 100 + Int64($0)) }
        let made = forecast(
            past, courses: [BorderCourse(rank: 100, points: points)], at: slot(0, minute: minute))
        #expect(made.borders.isEmpty != isMade)
    }

    @Test func leavesOutRanksWithoutAUsableCourse() {
        let zero = Fixture.course(rank: 500, { _ in 0 }, startsAtHour: start, hours: 1...96)
        let stale = Fixture.course(rank: 700, Fixture.growing(1), startsAtHour: start, hours: 1...92)
        let noRank = Fixture.course(rank: 0, Fixture.growing(1), startsAtHour: start, hours: 1...96)
        let made = forecast(past, courses: courses(hours: 1...96) + [zero, stale, noRank], at: slot(96))
        #expect(made.borders.map(\.rank) == [100, 1000])
    }

    @Test func forecastsARankWithoutAPastByTheShapeOfItsNeighbours() {
        let made = forecast(past, courses: courses([100, 300, 1000], hours: 1...96), at: slot(96))
        #expect(made.borders.map(\.rank) == [100, 300, 1000])
    }

    @Test(arguments: [1, 3])
    func fewEventsOfTheKindGiveAWiderBand(count: Int) throws {
        let seen = courses([1000], hours: 1...96)
        let few = try #require(forecast(Array(past.prefix(count)), courses: seen, at: slot(96)).borders.first).final
        let many = try #require(forecast(past, courses: seen, at: slot(96)).borders.first).final
        #expect(few.values[6] - few.values[0] > 2 * (many.values[6] - many.values[0]))
        #expect(few.values[0] >= 16_848)
    }

    @Test func anotherGameIsBetterThanNothing() {
        let others = (0..<3).map { Fixture.finished($0, game: "game-b", kind: "other") }
        let made = forecast(others, courses: courses(hours: 1...96), at: slot(96))
        #expect(made.borders.count == 2)
    }

    /// A kind with fewer than four events before the start may use those that ended since.
    @Test func learnsFromEventsThatEndedMeanwhile() throws {
        let before = [0, 1, 3].map { Fixture.finished($0, ranks: [1000]) }
        let meanwhile = FinishedBoard(
            game: game, event: EventID(rawValue: "game-a-short"), kind: "marathon",
            board: Fixture.board("game-a-short", startsAtHour: start - 60),
            courses: [
                Fixture.course(rank: 1000, Fixture.growing(4), startsAtHour: start - 60, hours: 1...120)
            ])
        let seen = courses([1000], hours: 1...96)
        let made = try #require(forecast(before + [meanwhile], courses: seen, at: slot(96)).borders.first)
        let past = [0, 1, 3, 4].compactMap { Fixture.series(Fixture.growing($0), rank: 1000) }
        let estimate = try #require(
            GrowthRatio.estimate(
                of: Fixture.curve(Fixture.growing(2), hours: 1...96), at: 96 * 3600, lead: 24 * 3600, from: past))
        #expect(made.final.median == Int64(estimate.final.rounded()))
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
