import Rankings

/// `feed.atom` and `sitemap.xml`: what there is, for readers of feeds and for search engines. Both need the site's
/// public address.
struct EventFeed {
    let site: SiteOverview
    /// The address the output folder is served under, with a slash at the end.
    let address: String

    /// An entry where an event begins, and one where its result is out, newest first.
    var feed: PageContext {
        let news = (site.live + site.past).flatMap(news).sorted { ($0.at, $0.key) > ($1.at, $1.key) }
        var context = PageContext()
        context[.canonical] = address
        context[.updated] = CivilTime(news.first?.at ?? Instant(unixSeconds: 0)).machineReadable
        context.set(.entries, news.prefix(Self.newsLimit).map(\.context))
        return context
    }

    /// The front page, the dumps, every board and what became of each game's forecasts.
    var sitemap: PageContext {
        let boards = (site.live + site.past).flatMap(\.boards).map { "\(OutputPath.folder(of: $0.board.id))/" }
        let accuracy = Set(site.scored.map(\.game.rawValue)).sorted().map { game in
            "\(OutputPath.accuracy(of: GameID(rawValue: game)))/"
        }
        var context = PageContext()
        context.set(
            .entries,
            (["", "\(OutputPath.dumps)/"] + boards + accuracy).map { path in
                var entry = PageContext()
                entry[.canonical] = address + path
                return entry
            })
        return context
    }

    private struct News {
        let at: Instant
        let key: String
        let context: PageContext
    }

    private func news(of event: SiteEvent) -> [News] {
        guard let board = event.boards.first else { return [] }
        let times = event.event.times
        let dates = "\(CivilTime(times.starts).shortDate) – \(CivilTime(times.ends).date)"
        let page = "\(address)\(OutputPath.folder(of: board.board.id))/"
        let begins = news(
            "begins", at: times.starts, title: event.event.name, words: "\(event.event.game), \(dates), UTC",
            page: page)
        guard board.phase == .announced || board.phase == .closed else { return [begins] }
        let result = news(
            "result", at: times.announces, title: "\(event.event.name): the result",
            words: "\(event.event.game), \(dates): final ranking", page: page)
        return [result, begins]
    }

    private func news(_ key: String, at instant: Instant, title: String, words: String, page: String) -> News {
        var context = PageContext()
        context[.canonical] = page
        context[.key] = key
        context[.title] = title
        context[.description] = words
        context[.updated] = CivilTime(instant).machineReadable
        return News(at: instant, key: "\(page)#\(key)", context: context)
    }

    /// Readers of feeds keep what they saw.
    private static let newsLimit = 50
}
