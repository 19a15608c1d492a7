import Rankings

/// What the page says of how good the forecasts of a game were.
struct AccuracyPage {
    let game: GameID
    /// What the game is called.
    let name: String
    /// The one that ended last first.
    let boards: [ScoredBoard]
    /// The path the output folder is served under.
    let base: String

    var context: PageContext {
        var context = PageContext()
        context[.base] = base
        context[.title] = "How good the forecasts were – \(name)"
        context[.description] = "What became of every forecast of \(name), misses included."
        context[.gameName] = name
        context[.href] = base + OutputPath.accuracyDocument(of: game)
        context.set(.leads, leads.map(lead))
        context.set(.rows, boards.flatMap(rows))
        return context
    }

    /// Every lead at which something was forecast, the longest first.
    private var leads: [Int] { Set(boards.flatMap { $0.scores.map(\.leadHours) }).sorted(by: >) }

    private func lead(_ hours: Int) -> PageContext {
        let scores = boards.flatMap { $0.scores.filter { $0.leadHours == hours } }
        var context = PageContext()
        context.set(.hours, hours)
        context.set(.count, scores.count { $0.borders > 0 })
        add(scores, to: &context)
        return context
    }

    private func rows(of board: ScoredBoard) -> [PageContext] {
        board.scores.map { score in
            var context = PageContext()
            context[.eventName] = board.eventName
            context[.boardTitle] = board.boardTitle
            context[.href] = "\(base)\(OutputPath.folder(of: board.board))/"
            context[.dates] = CivilTime(board.ends).date
            context.set(.hours, score.leadHours)
            add([score], to: &context)
            return context
        }
    }

    /// Errors over all borders of the scores, and how many lay within the bands.
    private func add(_ scores: [ForecastScore], to context: inout PageContext) {
        let borders = scores.reduce(0) { $0 + $1.borders }
        context.set(.borders, borders)
        context[.error] = mean(scores) { $0.error }
        context[.persistence] = mean(scores) { $0.persistenceError }
        context[.linear] = mean(scores) { $0.linearError }
        context[.inHalf] = share(scores.reduce(0) { $0 + $1.inHalf }, of: borders)
        context[.inFourFifths] = share(scores.reduce(0) { $0 + $1.inFourFifths }, of: borders)
        context[.inNineTenths] = share(scores.reduce(0) { $0 + $1.inNineTenths }, of: borders)
    }

    /// `3.4 %`; a dash where there is none.
    private func mean(_ scores: [ForecastScore], _ error: (ForecastScore) -> Int?) -> String {
        let known = scores.filter { $0.borders > 0 }.compactMap { score in error(score).map { ($0, score.borders) } }
        let borders = known.reduce(0) { $0 + $1.1 }
        guard borders > 0 else { return "–" }
        let tenths = (known.reduce(0) { $0 + $1.0 * $1.1 } / borders + 500) / 1000
        return "\(tenths / 10).\(tenths % 10) %"
    }

    private func share(_ inside: Int, of borders: Int) -> String {
        borders == 0 ? "–" : "\((100 * inside + borders / 2) / borders) %"
    }
}
