import Rankings

/// The boards of a recording: their times, all that was observed, and what each is as a finished one.
struct BacktestBoards: Sendable {
    /// One board with everything that was ever observed of it.
    struct Recorded: Sendable {
        let id: BoardID
        let game: GameID
        let kind: String
        let starts: Int64
        let ends: Int64
        /// By rank.
        var curves: [(rank: Int, curve: ScoreCurve)] = []

        /// The newest score at a rank by the second; 0 where none was seen.
        func present(rank: Int, at second: Int64) -> Double {
            curves.first { $0.rank == rank }?.curve.seen(until: second).newest ?? 0
        }

        /// What had been seen by the second, of the borders with enough observations.
        func seen(until second: Int64) -> LiveBoard {
            LiveBoard(
                id: id, game: game, kind: kind, boardClass: Board.boardClass(ofName: id.name), starts: starts,
                ends: ends,
                borders: curves.compactMap { rank, curve in
                    let seen = curve.seen(until: second)
                    return seen.count < ObservationLimits.backtestCountMinimum
                        ? nil : LiveBoard.Border(rank: rank, seen: seen)
                })
        }
    }

    private static let eventColumns = ["game", "event", "kind", "board", "starts_at", "ends_at"]
    private static let borderColumns = ["game", "event", "board", "rank", "at", "score"]

    private var recorded: [BoardID: Recorded] = [:]
    let history: FinishedHistory

    /// - Throws: `BacktestError` naming the file, line and column that is wrong.
    init(
        events: [UInt8], eventsFile: String, borders: [UInt8], bordersFile: String
    ) throws(BacktestError) {
        var recorded = try Self.boards(events, file: eventsFile)
        for (id, ranks) in try Self.points(borders, file: bordersFile, boards: recorded) {
            recorded[id]?.curves = ranks.sorted { $0.key < $1.key }.map { ($0.key, ScoreCurve(unordered: $0.value)) }
        }
        self.recorded = recorded
        history = FinishedHistory(
            past: recorded.values.compactMap { board in
                PastBoard(
                    id: board.id, game: board.game, kind: board.kind,
                    boardClass: Board.boardClass(ofName: board.id.name),
                    series: board.curves.compactMap { rank, curve in
                        PastSeries(rank: rank, curve: curve, starts: board.starts, ends: board.ends)
                    })
            })
    }

    func board(_ id: BoardID) -> Recorded? { recorded[id] }

    private static func boards(_ bytes: [UInt8], file: String) throws(BacktestError) -> [BoardID: Recorded] {
        var boards: [BoardID: Recorded] = [:]
        for row in try BacktestTable.rows(of: bytes, file: file, columns: eventColumns) {
            let id = BoardID(event: EventID(rawValue: try row.text(1)), name: try row.text(3))
            let (starts, ends) = (try row.second(4), try row.second(5))
            guard starts < ends else { throw row.malformed(5, "must be later than starts_at") }
            guard boards[id] == nil else { throw row.malformed(3, "the board \(id) is there twice") }
            boards[id] = Recorded(
                id: id, game: GameID(rawValue: try row.text(0)), kind: try row.text(2), starts: starts, ends: ends)
        }
        return boards
    }

    private typealias Points = [(second: Int64, score: Double)]

    /// Points outside a board's times are left out: they are of no contest.
    private static func points(
        _ bytes: [UInt8], file: String, boards: [BoardID: Recorded]
    ) throws(BacktestError) -> [BoardID: [Int: Points]] {
        var points: [BoardID: [Int: Points]] = [:]
        for row in try BacktestTable.rows(of: bytes, file: file, columns: borderColumns) {
            let id = BoardID(event: EventID(rawValue: try row.text(1)), name: try row.text(2))
            guard let board = boards[id] else {
                throw row.malformed(1, "the events file has no board \(id.name) of \(id.event)")
            }
            let (rank, second, score) = (try row.rank(3), try row.second(4), try row.score(5))
            guard (board.starts...board.ends).contains(second) else { continue }
            points[id, default: [:]][rank, default: []].append((second, score))
        }
        return points
    }
}
