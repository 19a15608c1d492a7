import Rankings
import Testing

@testable import Forecasting

@Suite struct FinishedHistoryTests {
    private let cell = FinishedHistory.Cell(
        game: GameID(rawValue: "game-a"), kind: "marathon", boardClass: "main", rank: 100)
    private let other = BoardID(event: EventID(rawValue: "other"), name: "main")
    private let hour: Int64 = 3600

    private func ends(_ series: [PastSeries]) -> [Int64] { series.map { $0.ends / hour } }

    @Test func findsTheLastOfACellThatHadEnded() {
        let history = FinishedHistory([3, 0, 2, 1].map { Fixture.finished($0) })
        #expect(ends(history.latest(8, of: cell, endedBy: 600 * hour, otherThan: other)) == [120, 360, 600])
        #expect(ends(history.latest(8, of: cell, endedBy: 600 * hour - 1, otherThan: other)) == [120, 360])
        #expect(ends(history.latest(2, of: cell, endedBy: 9999 * hour, otherThan: other)) == [600, 840])
        #expect(history.latest(8, of: cell, endedBy: 0, otherThan: other).isEmpty)
    }

    @Test func keepsCellsApart() {
        let history = FinishedHistory([
            Fixture.finished(0), Fixture.finished(1, game: "game-b"), Fixture.finished(2, kind: "cheerful"),
            Fixture.finished(3, name: "chapter-1"), Fixture.finished(4, ranks: [101]),
        ])
        #expect(ends(history.latest(8, of: cell, endedBy: 9999 * hour, otherThan: other)) == [120])
        #expect(history.latest(8, endedBy: 9999 * hour).count == 5)
    }

    @Test func takesChaptersForOneClass() {
        let history = FinishedHistory([Fixture.finished(0, name: "chapter-1"), Fixture.finished(1, name: "chapter-9")])
        let chapters = FinishedHistory.Cell(game: cell.game, kind: cell.kind, boardClass: "chapter", rank: 100)
        #expect(history.latest(8, of: chapters, endedBy: 9999 * hour, otherThan: other).count == 2)
    }

    @Test func leavesOutTheBoardItself() {
        let history = FinishedHistory([Fixture.finished(0), Fixture.finished(1)])
        let own = BoardID(event: EventID(rawValue: "game-a-1"), name: "main")
        #expect(ends(history.latest(8, of: cell, endedBy: 9999 * hour, otherThan: own)) == [120])
    }

    @Test(arguments: [
        (Array(108...119), true), (Array(109...119), false), (Array(109...120), true), (Array(107...118), false),
    ])
    func learnsOnlyFromSeriesSeenOftenAndToTheEnd(hours: [Int], isUsed: Bool) {
        let board = FinishedBoard(
            game: cell.game, event: EventID(rawValue: "e"), kind: cell.kind,
            board: Fixture.board("e", startsAtHour: 0),
            courses: [Fixture.course(rank: 100, Fixture.growing(0), startsAtHour: 0, hours: hours)])
        #expect(FinishedHistory([board]).boards.isEmpty != isUsed)
    }

    @Test func leavesOutBoardsThatTeachNothing() {
        let course = Fixture.course(rank: 100, Fixture.growing(0), startsAtHour: 0, hours: 1...120)
        let zero = Fixture.course(rank: 100, { _ in 0 }, startsAtHour: 0, hours: 1...120)
        let noRank = Fixture.course(rank: 0, Fixture.growing(0), startsAtHour: 0, hours: 1...120)
        func finished(_ board: Board, _ courses: [BorderCourse]) -> FinishedBoard {
            FinishedBoard(game: cell.game, event: board.id.event, kind: cell.kind, board: board, courses: courses)
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
