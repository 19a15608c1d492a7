import Rankings

/// What the page of one board says.
struct BoardPage {
    let edition: Edition
    let place: PagePlace
    let words: Catalogue
    let games: GameNames

    var context: PageContext {
        var context = place.context(path: "\(OutputPath.folder(of: edition.board.id))/")
        let board = edition.board
        context[.title] = "\(board.title) – \(edition.event.name)"
        context[.description] = words[.boardDescription, ["event": edition.event.name, "board": board.title]]
        context[.eventName] = edition.event.name
        context[.game] = edition.event.game.rawValue
        context[.gameName] = games[edition.event.game]
        context[.boardTitle] = board.title
        context.set(.hasBoards, edition.event.boards.count > 1)
        context.set(.boards, edition.event.boards.map(tab))
        context[.phase] = edition.phase.rawValue
        context.set(
            .countdown,
            Countdown(times: board.times, phase: edition.phase, now: edition.slot.start, words: words).context)
        addState(to: &context)
        context.set(.freshness, Freshness(edition: edition, catalogue: words).context)
        BoardTable(edition: edition, words: words).add(to: &context)
        ForecastSection(edition: edition, folder: folder(of: board.id), base: place.base, words: words)
            .add(to: &context)
        return context
    }

    /// What the script starts from.
    private func addState(to context: inout PageContext) {
        context[.boardPath] = folder(of: edition.board.id)
        if edition.hasPlayerPages {
            let inside = "\(OutputPath.folder(of: edition.board.id))/"
            context[.players] = place.address(of: inside, in: place.language) + "\(OutputPath.players)/"
        }
        context[.manifestPath] = place.base + OutputPath.manifest
        context.set(.slot, edition.slot.unixSeconds)
        context[.next] = edition.next.map { String($0.unixSeconds) }
        context.set(.starts, edition.board.times.starts.unixSeconds)
        context.set(.ends, edition.board.times.ends.unixSeconds)
        context.set(.scale, edition.board.rules.scale)
        context[.names] = NamesDocument(standing: edition.standing).hash
        context[.forecastHash] = edition.forecast?.document ?? ""
    }

    private func tab(_ board: Board) -> PageContext {
        var tab = PageContext()
        tab[.href] = place.address(of: "\(OutputPath.folder(of: board.id))/", in: place.language)
        tab[.boardTitle] = board.title
        tab.set(.isCurrent, board.id == edition.board.id)
        return tab
    }

    private func folder(of board: BoardID) -> String { "\(place.base)\(OutputPath.folder(of: board))/" }
}
