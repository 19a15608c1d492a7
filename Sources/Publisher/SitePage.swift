import Rankings

/// What the site's own page says: what runs, and what is over.
struct SitePage {
    let site: SiteOverview
    /// The path the output folder is served under.
    let base: String

    var context: PageContext {
        var context = PageContext()
        context[.base] = base
        context[.title] = "Live rankings and border forecasts"
        context[.description] = "Live rankings, every minute, and forecasts of where their borders will close."
        context.set(.slot, site.slot.unixSeconds)
        context[.words] = "As of \(CivilTime(site.slot.start).clock) UTC, \(CivilTime(site.slot.start).date)"
        context.set(.live, site.live.map(event))
        context.set(.noLive, site.live.isEmpty)
        context.set(.past, site.past.map(event))
        context.set(.hasPast, !site.past.isEmpty)
        context.set(.scored, Set(site.scored.map(\.game.rawValue)).sorted().map { accuracy(GameID(rawValue: $0)) })
        return context
    }

    private func accuracy(_ game: GameID) -> PageContext {
        var context = PageContext()
        context[.game] = game.rawValue
        context[.href] = "\(base)\(OutputPath.accuracy(of: game))/"
        return context
    }

    private func event(_ event: SiteEvent) -> PageContext {
        var context = PageContext()
        context[.eventName] = event.event.name
        context[.game] = event.event.game.rawValue
        context[.kind] = event.event.kind
        let times = event.event.times
        context[.dates] = "\(CivilTime(times.starts).shortDate) – \(CivilTime(times.ends).date)"
        context.set(.boards, event.boards.map(board))
        return context
    }

    private func board(_ board: SiteBoard) -> PageContext {
        var context = PageContext()
        context[.href] = "\(base)\(OutputPath.folder(of: board.board.id))/"
        context[.boardTitle] = board.board.title
        context[.phase] = board.phase.rawValue
        context.set(
            .countdown, Countdown(times: board.board.times, phase: board.phase, now: site.slot.start).context)
        return context
    }
}
