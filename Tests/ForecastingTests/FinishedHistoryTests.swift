import Rankings
import Testing

@testable import Forecasting

@Suite struct FinishedHistoryTests {
    private let game = GameID(rawValue: "game-a")
    private let hour: Int64 = 3600

    @Test func findsWhatHadEnded() {
        let history = FinishedHistory([3, 0, 2, 1].map { Fixture.finished($0) })
        func ends(by second: Int64) -> [Int64] { history.ended(by: second).map { $0.ends / hour } }
        #expect(ends(by: 600 * hour) == [120, 360, 600])
        #expect(ends(by: 600 * hour - 1) == [120, 360])
        #expect(ends(by: 0).isEmpty)
    }

    @Test(arguments: [
        (Array(108...119), true), (Array(109...119), false), (Array(109...120), true), (Array(107...118), false),
    ])
    func learnsOnlyFromSeriesSeenOftenAndToTheEnd(hours: [Int], isUsed: Bool) {
        let board = FinishedBoard(
            game: game, event: EventID(rawValue: "e"), kind: "marathon",
            board: Fixture.board("e", startsAtHour: 0),
            courses: [Fixture.course(rank: 100, Fixture.growing(0), startsAtHour: 0, hours: hours)])
        #expect(FinishedHistory([board]).boards.isEmpty != isUsed)
    }

    @Test func leavesOutBoardsThatTeachNothing() {
        let course = Fixture.course(rank: 100, Fixture.growing(0), startsAtHour: 0, hours: 1...120)
        let zero = Fixture.course(rank: 100, { _ in 0 }, startsAtHour: 0, hours: 1...120)
        let noRank = Fixture.course(rank: 0, Fixture.growing(0), startsAtHour: 0, hours: 1...120)
        func finished(_ board: Board, _ courses: [BorderCourse]) -> FinishedBoard {
            FinishedBoard(game: game, event: board.id.event, kind: "marathon", board: board, courses: courses)
        }
        let history = FinishedHistory([
            finished(Fixture.board("falls", startsAtHour: 0, isMonotone: false), [course]),
            finished(Fixture.board("no-time", startsAtHour: 0, lengthHours: 0), [course]),
            finished(Fixture.board("empty", startsAtHour: 0), []),
            finished(Fixture.board("zero", startsAtHour: 0), [zero]),
            finished(Fixture.board("no-rank", startsAtHour: 0), [noRank]),
        ])
        #expect(history.boards.isEmpty)
    }

    @Test func keepsNoMoreThanItSays() {
        let boards = (0...FinishedHistory.boardLimit).map { Fixture.finished($0, ranks: [100]) }
        let history = FinishedHistory(boards)
        #expect(history.boards.count == FinishedHistory.boardLimit)
        #expect(history.boards.first?.id.event == EventID(rawValue: "game-a-1"))
    }
}
