import Rankings
import Testing

@testable import Activity

struct RunTests {
    static let start = Slot(unixMinute: 1_440 * 20_000)

    static func steps(_ minutes: [Int], gain: Int64 = 100) -> [ScoreStep] {
        minutes.map { ScoreStep(slot: start + $0, gain: gain) }
    }

    @Test func scoresThatRiseAreSteps() {
        let points: [(Int, Int64?)] = [(60, 500), (62, 600), (63, 600), (70, nil), (80, 650), (90, 640), (95, 700)]
        let series = Series(
            points: points.map { Series.Point(slot: Self.start + $0.0, rank: $0.1.map { _ in 1 }, score: $0.1) })
        #expect(
            ScoreStep.all(of: series, starts: Self.start) == [
                ScoreStep(slot: Self.start + 62, gain: 100), ScoreStep(slot: Self.start + 80, gain: 50),
                ScoreStep(slot: Self.start + 95, gain: 60),
            ])
    }

    @Test func whoIsThereFromTheStartBeganWithNothing() {
        let series = Series(points: [Series.Point(slot: Self.start + 5, rank: 1, score: 30)])
        #expect(ScoreStep.all(of: series, starts: Self.start) == [ScoreStep(slot: Self.start + 5, gain: 30)])
        #expect(ScoreStep.all(of: series, starts: Self.start - 1).isEmpty)
        #expect(ScoreStep.all(of: Series(points: []), starts: Self.start).isEmpty)
    }

    @Test func aBreakEndsASession() {
        let sessions = PlaySession.all(of: Self.steps([0, 3, 22, 42, 45]))
        #expect(sessions.map(\.games) == [3, 2])
        #expect(sessions.map(\.gain) == [300, 200])
        #expect(sessions[0].first == Self.start && sessions[0].last == Self.start + 22)
        #expect(sessions[1].gamesPerHour == 20)
        #expect(sessions[1].pointsPerGame == 100)
        #expect(PlaySession.all(of: []).isEmpty)
    }

    @Test func aSingleGameHasNoPace() {
        #expect(PlaySession.all(of: Self.steps([7]))[0].gamesPerHour == nil)
    }

    @Test(arguments: [
        (12, 3, Int64(0), true), (11, 3, 0, false), (12, 3, 40, false), (40, 5, 2, true),
    ])
    func manyGamesAlikeAreRegular(_ games: Int, _ minutes: Int, _ spread: Int64, _ isRegular: Bool) {
        let steps = (0..<games).map { place in
            ScoreStep(slot: Self.start + place * minutes, gain: 1_000 + (place % 2 == 0 ? spread : -spread) * 10)
        }
        #expect(PlaySession.all(of: steps)[0].isRegular == isRegular)
    }

    @Test func gamesAreCountedByHourAndDay() {
        let hours = PlayedHours(
            Self.steps([-1, 0, 59, 60, 1_439, 1_440, 2_880]), from: Self.start + 5, through: Self.start + 1_500)
        #expect(hours.days == [Self.start, Self.start + 1_440])
        #expect(hours.games[0][0] == 2 && hours.games[0][1] == 1 && hours.games[0][23] == 1)
        #expect(hours.games[1][0] == 1)
        #expect(hours.games.flatMap { $0 }.reduce(0, +) == 5)
    }
}
