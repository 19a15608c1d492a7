import Rankings

@testable import Forecasting

/// Small invented events, an observation each hour. Hours count from the start of the event.
enum Fixture {
    static let hour: Int64 = 3600

    /// Grows faster from day to day and rushes on the last; a larger number grows faster.
    static func growing(_ number: Int) -> (Int) -> Int {
        { hour in (50 + 7 * number) * hour + hour * hour * (3 + number) / 4 + max(0, hour - 96) * (20 + 5 * number) }
    }

    /// Reaches its height early.
    static func saturating(_ number: Int) -> (Int) -> Int {
        { hour in (100_000 + 9_000 * number) * hour / (hour + 2 + number) }
    }

    static func curve(_ score: (Int) -> Int, startsAtHour start: Int = 0, hours: some Sequence<Int>) -> ScoreCurve {
        let hours = Array(hours)
        return ScoreCurve(
            seconds: hours.map { Int64(start + $0) * hour }, scores: hours.map { Double(score($0)) })
    }

    static func series(
        _ score: (Int) -> Int, rank: Int = 100, startsAtHour start: Int = 0, lengthHours: Int = 120
    ) -> PastSeries? {
        PastSeries(
            rank: rank, curve: curve(score, startsAtHour: start, hours: 1...lengthHours), starts: Int64(start) * hour,
            ends: Int64(start + lengthHours) * hour)
    }

    static func times(startsAtHour start: Int, lengthHours: Int = 120) -> EventTimes {
        let starts = Instant(unixSeconds: Int64(start) * hour)
        let ends = Instant(unixSeconds: Int64(start + lengthHours) * hour)
        return EventTimes(starts: starts, ends: ends, announces: ends, closes: ends)
    }

    static func board(
        _ event: String, _ name: String = "main", startsAtHour start: Int, lengthHours: Int = 120,
        isMonotone: Bool = true
    ) -> Board {
        Board(
            id: BoardID(event: EventID(rawValue: event), name: name), title: event,
            times: times(startsAtHour: start, lengthHours: lengthHours), rules: BoardRules(isMonotone: isMonotone))
    }

    static func course(
        rank: Int, _ score: (Int) -> Int, startsAtHour start: Int, hours: some Sequence<Int>
    ) -> BorderCourse {
        BorderCourse(
            rank: rank,
            points: hours.map {
                BorderCourse.Point(slot: Slot(unixMinute: Int64(start + $0) * 60), score: Int64(score($0)))
            })
    }

    /// One event of 120 hours whose better ranks have proportionally more.
    static func finished(
        _ number: Int, game: String = "game-a", kind: String = "marathon", name: String = "main",
        ranks: [Int] = [100, 1000],
        score: ((Int) -> Int)? = nil, lengthHours: Int = 120
    ) -> FinishedBoard {
        let start = number * 240
        let event = "\(game)-\(number)"
        let score = score ?? growing(number % 7)
        return FinishedBoard(
            game: GameID(rawValue: game), event: EventID(rawValue: event), kind: kind,
            board: board(event, name, startsAtHour: start, lengthHours: lengthHours),
            courses: ranks.map { rank in
                course(
                    rank: rank, { score($0) * 1000 / rank }, startsAtHour: start, hours: 1...lengthHours)
            })
    }
}
