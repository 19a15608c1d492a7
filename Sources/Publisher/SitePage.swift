import Rankings

/// What the site's own page says: what runs, and what is over.
struct SitePage {
    let site: SiteOverview
    let place: PagePlace
    let words: Catalogue
    let games: GameNames

    var context: PageContext {
        var context = place.context(path: "")
        context[.title] = words[.siteTitle]
        context[.description] = words[.siteDescription]
        context.set(.slot, site.slot.unixSeconds)
        let now = CivilTime(site.slot.start)
        context[.words] = words[.siteAsOf, ["time": now.clock, "date": words.date(now)]]
        context.set(.live, site.live.map(event))
        context.set(.noLive, site.live.isEmpty)
        context.set(.past, site.past.map(event))
        context.set(.hasPast, !site.past.isEmpty)
        context.set(.upcoming, site.upcoming.map(upcoming))
        context.set(.hasUpcoming, !site.upcoming.isEmpty)
        let scored = Set(site.scored.map(\.game)).sorted { $0.rawValue < $1.rawValue }
        context.set(.scored, scored.map(accuracy))
        return context
    }

    private func accuracy(_ game: GameID) -> PageContext {
        var context = PageContext()
        context[.gameName] = games[game]
        context[.href] = "\(place.base)\(OutputPath.accuracy(of: game))/"
        return context
    }

    private func upcoming(_ event: Event) -> PageContext {
        var context = PageContext()
        context[.eventName] = event.name
        context[.gameName] = games[event.game]
        context[.dates] = dates(of: event.times)
        return context
    }

    private func dates(of times: EventTimes) -> String {
        "\(words.shortDate(CivilTime(times.starts))) – \(words.date(CivilTime(times.ends)))"
    }

    private func event(_ event: SiteEvent) -> PageContext {
        var context = PageContext()
        context[.eventName] = event.event.name
        context[.gameName] = games[event.event.game]
        context[.kind] = event.event.kind
        context[.dates] = dates(of: event.event.times)
        context.set(.boards, event.boards.map(board))
        return context
    }

    private func board(_ board: SiteBoard) -> PageContext {
        var context = PageContext()
        context[.href] = place.address(of: "\(OutputPath.folder(of: board.board.id))/", in: place.language)
        context[.boardTitle] = board.board.title
        context[.phase] = board.phase.rawValue
        context.set(
            .countdown,
            Countdown(times: board.board.times, phase: board.phase, now: site.slot.start, words: words).context)
        return context
    }
}
