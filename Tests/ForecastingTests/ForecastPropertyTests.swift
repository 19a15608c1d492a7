import Rankings
import TestSupport
import Testing

@testable import Forecasting

/// Whatever the courses look like, a forecast keeps its promises.
@Suite struct ForecastPropertyTests {
    private let game = GameID(rawValue: "game-a")

    @Test(arguments: 0..<150)
    func keepsItsPromisesOnRandomCourses(seed: Int) {
        var random = SplitMix(state: UInt64(seed))
        let past = (0..<Int.random(in: 0...10, using: &random)).map { randomBoard($0, &random) }
        let live = randomBoard(20, &random)
        let forecaster = PooledForecaster(history: FinishedHistory(past))
        for _ in 0..<5 {
            let minute = Int64.random(in: -60...(200 * 60), using: &random)
            let slot = Slot(unixMinute: 20 * 240 * 60 + minute)
            let made = forecaster.forecast(
                of: live.board, game: live.game, kind: live.kind, courses: live.courses, at: slot)
            #expect(made.borders.isEmpty == (made.absence != nil))
            #expect(zip(made.borders, made.borders.dropFirst()).allSatisfy { $0.rank < $1.rank })
            for border in made.borders {
                let values = border.final.values
                #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 })
                #expect(values[0] >= present(live, rank: border.rank, at: slot))
                #expect(values[6] <= 9_007_199_254_740_991)
            }
            for (better, worse) in zip(made.borders, made.borders.dropFirst()) {
                #expect(zip(better.final.values, worse.final.values).allSatisfy { $0 >= $1 })
            }
            let again = forecaster.forecast(
                of: live.board, game: live.game, kind: live.kind, courses: live.courses, at: slot)
            #expect(made == again)
        }
    }

    private func present(_ board: FinishedBoard, rank: Int, at slot: Slot) -> Int64 {
        let course = board.courses.last { $0.rank == rank }
        return min(course?.points.last { $0.slot <= slot }?.score ?? 0, 9_007_199_254_740_991)
    }

    /// Anything a store could hold: plateaus, jumps, falls, gaps, negative and gigantic scores, late starts, no points.
    private func randomBoard(_ number: Int, _ random: inout SplitMix) -> FinishedBoard {
        let length = Int.random(in: 1...200, using: &random)
        let name = ["main", "chapter-1", "chapter-2"].randomElement(using: &random) ?? "main"
        let event = "game-\(number % 2)-\(number)"
        let courses = [1, 3, 100, 1000, 1000, 200_000].map { rank in
            BorderCourse(rank: rank, points: randomPoints(start: number * 240, length: length, &random))
        }
        return FinishedBoard(
            game: number % 3 == 0 ? GameID(rawValue: "game-b") : game, event: EventID(rawValue: event),
            kind: number % 4 == 0 ? "rare" : "marathon",
            board: Fixture.board(event, name, startsAtHour: number * 240, lengthHours: length), courses: courses)
    }

    private func randomPoints(start: Int, length: Int, _ random: inout SplitMix) -> [BorderCourse.Point] {
        var score = Int64([0, 0, 1, 1000, -50, 1 << 55].randomElement(using: &random) ?? 0)
        let pace = Int64([0, 1, 1000, 1_000_000_000].randomElement(using: &random) ?? 0)
        let gap = [0, 0, 0, 30].randomElement(using: &random) ?? 0
        var points: [BorderCourse.Point] = []
        var hour = Int.random(in: 0...length, using: &random) / ([1, 10].randomElement(using: &random) ?? 1)
        while hour <= length {
            points.append(BorderCourse.Point(slot: Slot(unixMinute: Int64(start + hour) * 60), score: score))
            score += Int64.random(in: (-pace / 50)...pace, using: &random)
            hour += 1 + Int.random(in: 0...gap, using: &random)
        }
        return points
    }
}
