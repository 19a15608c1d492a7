import Rankings

/// Answers which forecasts would have been made in the past: each from what had been observed by its instant, and from
/// events that had ended by then.
package struct Backtest: Sendable {
    /// The cases of one board at one instant: one fit answers them all.
    package struct Origin: Hashable, Sendable {
        let board: BoardID
        let madeAt: Int64
        /// Places in the file of cases.
        let cases: [Int]
    }

    /// The answer to one case: where it stands in the file, and its line without the newline; nil where nothing at all
    /// is known.
    package struct Answer: Sendable {
        package let place: Int
        package let line: String?
    }

    package static let header = "game,event,board,rank,made_at,q05,q10,q25,q50,q75,q90,q95"

    /// In the order in which their first cases stand in the file.
    package let origins: [Origin]
    private let boards: BacktestBoards
    private let cases: [BacktestCase]
    private let model: PooledModel

    /// The bytes of a file and the name it is called by in messages.
    package struct File: Sendable {
        let name: String
        let bytes: [UInt8]

        package init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    /// - Throws: `BacktestError` naming the file, line and column that is wrong.
    package init(
        events: File, borders: File, cases: File, prior: RestPrior.Source = .walk
    ) throws(BacktestError) {
        try self.init(events: events, borders: borders, cases: cases, model: PooledModel(prior: prior))
    }

    init(events: File, borders: File, cases: File, model: PooledModel) throws(BacktestError) {
        self.model = model
        boards = try BacktestBoards(
            events: events.bytes, eventsFile: events.name, borders: borders.bytes, bordersFile: borders.name)
        self.cases = try BacktestCase.read(cases.bytes, file: cases.name, boards: boards)
        struct Key: Hashable {
            let board: BoardID
            let madeAt: Int64
        }
        var order: [Key] = []
        var places: [Key: [Int]] = [:]
        for (place, asked) in self.cases.enumerated() {
            let key = Key(board: asked.board, madeAt: asked.madeAt)
            if places[key] == nil { order.append(key) }
            places[key, default: []].append(place)
        }
        origins = order.map { Origin(board: $0.board, madeAt: $0.madeAt, cases: places[$0] ?? []) }
    }

    package var caseCount: Int { cases.count }

    /// The answers to the cases of one origin, in their order.
    package func answers(to origin: Origin) -> [Answer] {
        guard let board = boards.board(origin.board) else { return [] }
        let live = board.seen(until: origin.madeAt)
        let past = Array(boards.history.ended(by: origin.madeAt))
        let estimates = model.answer(for: live, past: past).estimates
        return origin.cases.map { place in
            let asked = cases[place]
            let estimate =
                estimates.first { $0.rank == asked.rank }
                ?? UnseenBorder.estimate(
                    rank: asked.rank, present: board.present(rank: asked.rank, at: origin.madeAt), of: live,
                    estimates: estimates, past: past)
            return Answer(
                place: place,
                line: estimate.map { "\(asked.text),\($0.finals.map { "\($0)" }.joined(separator: ","))" })
        }
    }
}
