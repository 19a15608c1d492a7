import Crawler
import Pipeline
import Publisher
import Rankings
import Settings

extension GameSettings {
    func source(fetching: any Fetching, crawl settings: CrawlSettings, time: any TimeSource) -> GameSource {
        GameSource(
            id: id, season: season,
            crawl: SourceCrawl(
                upstream: upstream, fetching: fetching,
                limits: CrawlLimits(total: settings.timeLimit).inRealTime(of: time)),
            eventsRefresh: adapter == .house ? .minutes(1) : eventsRefresh, featuredRanks: featuredRanks,
            languages: languages.map(Language.init), hasPlayerPages: hasPlayerPages)
    }

    /// The rules in time of its family, at the cadence that is configured.
    var season: Season {
        let family: Season =
            switch adapter {
            case .gameServer: .projectSekai
            case .sekaiBest, .hisekai: .projectSekaiTracker
            case .bestdori: .bangDream
            case .matsurihi: .theaterDays
            case .mapped: .unknown
            case .house: .house
            }
        return cadenceMinutes.map(family.every) ?? family
    }

    /// How it is asked and understood.
    var upstream: any Upstream {
        events.isEmpty ? adapted : ConfiguredEvents(adapted, events: configuredEvents)
    }

    private var adapted: any Upstream {
        switch adapter {
        case .gameServer:
            GameServerUpstream(game: id, user: user, master: eventsURL, format: bodyFormat)
        case .house: HouseUpstream(game: id)
        case .sekaiBest: SekaiBestUpstream(game: id, region: region, master: eventsURL ?? url)
        case .hisekai: HisekaiUpstream(game: id, region: region)
        case .bestdori:
            BestdoriUpstream(
                game: id, server: BestdoriServer(region: region) ?? .jp,
                tiers: ranks.isEmpty ? BestdoriUpstream.standardTiers : ranks)
        case .matsurihi:
            MatsurihiUpstream(
                game: id, boards: standardBoards, ranks: ranks.isEmpty ? MatsurihiUpstream.standardRanks : ranks)
        case .mapped:
            MappedUpstream(
                game: id, boards: standardBoards, ranks: ranks,
                requests: mapped?.requests.map(MappedRequest.init) ?? [], events: mapped?.events.map(MappedEvents.init))
        }
    }

    var bodyFormat: BodyFormat {
        guard let body, let key = BodySettings.bytes(of: body.key), let vector = BodySettings.bytes(of: body.vector),
            let cipher = BodyCipher(key: key, vector: vector)
        else { return .json }
        return .sealed(cipher)
    }

    /// The boards every event has.
    private var standardBoards: [StandardBoard] { boards.isEmpty ? [.main] : boards.map(standardBoard) }

    private func standardBoard(_ settings: BoardSettings) -> StandardBoard {
        let known = adapter == .matsurihi ? MatsurihiList.allCases.map(\.standardBoard) : [StandardBoard.main]
        let own = known.first { $0.name == settings.name }
        return StandardBoard(
            name: settings.name, title: settings.title ?? own?.title ?? settings.name,
            rules: BoardRules(
                isMonotone: settings.isMonotone ?? own?.rules.isMonotone ?? true, scale: settings.scale))
    }

    /// An event with the boards that all have, running now: for an answer whose event is not listed.
    func trialEvent(at now: Instant) -> (String) -> Event {
        { name in
            let id = EventID(game: self.id, upstreamID: name)
            let times = EventTimes(
                starts: now - .hours(1), ends: now + .hours(1), announces: now + .hours(1), closes: now + .hours(1))
            return Event(
                id: id, game: self.id, upstreamID: name, name: name, kind: "event", times: times,
                boards: self.standardBoards.map { $0.board(of: id, times: times) })
        }
    }

    private var configuredEvents: [Event] {
        events.map { event in
            let id = EventID(game: self.id, upstreamID: event.id)
            let boards =
                event.boards.isEmpty
                ? standardBoards.map { $0.board(of: id, times: event.times) }
                : event.boards.map { standardBoard($0).board(of: id, times: $0.times ?? event.times) }
            return Event(
                id: id, game: self.id, upstreamID: event.id, name: event.name, kind: event.kind, times: event.times,
                boards: boards)
        }
    }
}
