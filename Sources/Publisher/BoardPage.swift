import Rankings

/// What the page of one board says.
struct BoardPage {
    let edition: Edition
    /// The path the output folder is served under.
    let base: String

    var context: PageContext {
        var context = PageContext()
        let board = edition.board
        context[.base] = base
        context[.title] = "\(board.title) – \(edition.event.name)"
        context[.description] = "Live ranking and border forecasts of \(edition.event.name), \(board.title)."
        context[.eventName] = edition.event.name
        context[.game] = edition.event.game.rawValue
        context[.boardTitle] = board.title
        context.set(.hasBoards, edition.event.boards.count > 1)
        context.set(.boards, edition.event.boards.map(tab))
        context[.phase] = edition.phase.rawValue
        context.set(.countdown, Countdown(times: board.times, phase: edition.phase, now: edition.slot.start).context)
        addState(to: &context)
        context.set(.freshness, Freshness(edition: edition).context)
        BoardTable(edition: edition).add(to: &context)
        ForecastSection(edition: edition, folder: folder(of: board.id)).add(to: &context)
        return context
    }

    /// What the script starts from.
    private func addState(to context: inout PageContext) {
        context[.boardPath] = folder(of: edition.board.id)
        context[.manifestPath] = base + OutputPath.manifest
        context.set(.slot, edition.slot.unixSeconds)
        context[.next] = edition.next.map { String($0.unixSeconds) } ?? ""
        context.set(.scale, edition.board.rules.scale)
        context[.names] = NamesDocument(standing: edition.standing).hash
        context[.forecastHash] = edition.forecast?.document ?? ""
    }

    private func tab(_ board: Board) -> PageContext {
        var tab = PageContext()
        tab[.href] = folder(of: board.id)
        tab[.boardTitle] = board.title
        tab.set(.isCurrent, board.id == edition.board.id)
        return tab
    }

    private func folder(of board: BoardID) -> String { "\(base)\(OutputPath.folder(of: board))/" }
}
