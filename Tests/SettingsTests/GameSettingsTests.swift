import Rankings
import Testing

@testable import Settings

private func games(_ yaml: String, environment: [String: String] = [:]) throws -> [GameSettings] {
    try load("games:\n" + yaml, environment: environment).games
}

private let puzzle = """
      - id: puzzle
        name: Puzzle
        adapter: mapped
        url: https://api.puzzle.example
        ranks: [1000, 5000]
        headers: {Accept: application/json}
        boards:
          - {name: main, title: Points, scale: 10}
          - {name: clubs, monotone: false}
        mapped:
          events:
            path: /events
            rows: data
            id: id
            name: title
            starts: from
            ends: to
            time_format: unix-seconds
            end_included: true
          requests:
            - {path: '/e/{event}/top', shows: entries, rows: rows, rank: r, score: s, player: u.id, name: u.n, time: at}
            - {path: '/e/{event}/clubs/{rank}', board: clubs, shows: borders, score: s, row_event: e, last_entry: 7}

    """

@Suite struct GameSettingsTests {
    @Test func mappedGameIsRead() throws {
        let game = try games(puzzle)[0]
        #expect(game.adapter == .mapped && game.ranks == [1000, 5000] && game.cadence == nil)
        #expect(game.plainHeaders == ["Accept": "application/json"])
        #expect(
            game.boards == [
                BoardSettings(name: "main", title: "Points", scale: 10),
                BoardSettings(name: "clubs", isMonotone: false),
            ])
        #expect(
            game.mapped?.events
                == MappedSettings.Events(
                    path: "/events", rows: "data", id: "id", name: "title", starts: "from", ends: "to",
                    timeFormat: .unixSeconds, isEndIncluded: true))
        #expect(
            game.mapped?.requests == [
                MappedSettings.Request(
                    path: "/e/{event}/top", board: "main", shows: .entries, rows: "rows", rank: "r", score: "s",
                    player: "u.id", name: "u.n", time: "at", timeFormat: .rfc3339, lastEntry: 100),
                MappedSettings.Request(
                    path: "/e/{event}/clubs/{rank}", board: "clubs", shows: .borders, score: "s",
                    timeFormat: .rfc3339, rowEvent: "e", lastEntry: 7),
            ])
    }

    @Test func manualEventsAreRead() throws {
        let yaml = """
              - id: g
                name: G
                adapter: bestdori
                url: https://b.example
                region: cn
                events:
                  - id: "310"
                    name: Spring
                    kind: versus
                    starts: 2026-11-20T15:00:00+09:00
                    ends: "2026-11-28T12:00:00Z"
                    announces: 2026-11-28T12:10:00Z
                    closes: 2026-11-30T06:00:00Z
                    boards:
                      - {name: main}
                      - {name: chapter-7, title: First, starts: 2026-11-20T06:00:00Z, ends: 2026-11-21T06:00:00Z}
                  - {id: "311", name: Next, starts: 2026-12-20T06:00:00Z, ends: 2026-12-28T12:00:00Z}
            """
        let events = try games(yaml)[0].events
        let times = EventTimes(
            starts: try #require(Instant("2026-11-20T06:00:00Z")), ends: try #require(Instant("2026-11-28T12:00:00Z")),
            announces: try #require(Instant("2026-11-28T12:10:00Z")),
            closes: try #require(Instant("2026-11-30T06:00:00Z")))
        #expect(events[0].times == times && events[0].kind == "versus")
        #expect(
            events[0].boards.map(\.times) == [
                nil,
                EventTimes(
                    starts: times.starts, ends: try #require(Instant("2026-11-21T06:00:00Z")),
                    announces: try #require(Instant("2026-11-21T06:10:00Z")), closes: times.closes),
            ])
        #expect(events[1].kind == "event" && events[1].boards.isEmpty)
        #expect(events[1].times.announces == events[1].times.ends && events[1].times.closes == events[1].times.ends)
    }

    @Test(arguments: ["30313233343536373839616263646566", "0123456789abcdef"])
    func bodiesHaveAKeyAndAVector(key: String) throws {
        let yaml = "  - {id: g, name: G, adapter: game-server, url: 'http://h', body_key_env: K, body_iv_env: V}"
        let game = try games(yaml, environment: ["K": key, "V": "fedcba9876543210"])[0]
        let body = try #require(game.body)
        #expect(BodySettings.bytes(of: body.key) == Array("0123456789abcdef".utf8))
        #expect(BodySettings.bytes(of: body.vector) == Array("fedcba9876543210".utf8))
        #expect(!"\(game)".contains(key) && !"\(game)".contains("fedcba9876543210"))
    }

    static let wrong: [(String, String)] = [
        ("adapter: hisekai, region: cn", "games[0].region: is cn, which hisekai does not show. Write jp or tw."),
        ("adapter: house", "games[0].url: means nothing to the adapter house. Remove it: boards of one's own "),
        ("adapter: sekai-best", "games[0].events_url: is missing, and so is events. "),
        ("adapter: hisekai, events_url: 'http://m'", "games[0].events_url: means nothing to the adapter hisekai. "),
        ("adapter: hisekai, ranks: [1]", "games[0].ranks: means nothing to the adapter hisekai. Remove it."),
        ("adapter: hisekai, boards: [{name: a}]", "games[0].boards: means nothing to the adapter hisekai. "),
        ("adapter: matsurihi, boards: [{name: idol}]", "games[0].boards: has idol, which matsurihi does not show. "),
        (
            "adapter: matsurihi, boards: [{name: main}, {name: main}]",
            "games[0].boards[1].name: is \"main\" as in line 2. "
        ),
        ("adapter: mapped", "games[0].mapped.requests: is missing. "),
        (
            "adapter: hisekai, mapped: {requests: [{path: /a, shows: borders, score: s}]}",
            "games[0].mapped: means nothing "
        ),
        ("adapter: mapped, mapped: {requests: [{path: /a, shows: borders, score: s}]}", "games[0].mapped.events: is "),
        ("adapter: mapped, \(list("/{rank}", "borders"))", "games[0].ranks: is missing. "),
        ("adapter: mapped, \(list("/a", "entries"))", "games[0].mapped.requests: show players at /a without the way "),
        (
            "adapter: mapped, \(list("/a", "borders, board: b"))",
            "games[0].mapped.requests: show the board b, which no "
        ),
        (
            "adapter: mapped, \(list("a", "borders"))",
            "games[0].mapped.requests[0].path: is \"a\". Write a path such as"
        ),
        ("adapter: mapped, \(list("/{evnt}", "borders"))", "games[0].mapped.requests[0].path: is \"/{evnt}\". "),
        (
            "adapter: mapped, \(list("/a", "borders, rank: a..b"))",
            "games[0].mapped.requests[0].rank: is \"a..b\". Write"
        ),
        (
            "adapter: bestdori, headers: {X-Api-Key: hunter2}",
            "games[0].headers: would put a secret into this file at X-"
        ),
        ("adapter: bestdori, headers: {A: 'ü'}", "games[0].headers: has no value of visible ASCII at A. "),
        ("adapter: bestdori, body_key_env: K, body_iv_env: K", "games[0].body_key_env: means nothing to the adapter "),
        ("adapter: game-server, body_key_env: K", "games[0].body_iv_env: is missing beside body_key_env. "),
        ("adapter: game-server, body_key_env: K, body_iv_env: S", "names a variable that holds no 16 bytes. "),
        (
            "adapter: game-server, body_key_env: K, body_iv_env: N",
            "games[0].body_iv_env: names a variable that is not "
        ),
        ("adapter: game-server, body_key: hunter2", "games[0].body_key: would put a secret into this file. "),
        (
            "adapter: bestdori, \(event("2026-01-02T00:00:00Z", "2026-01-01T00:00:00Z"))",
            "games[0].events[0].ends: is not "
        ),
        (
            "adapter: bestdori, \(event("2026-01-02", "2026-01-03T00:00:00Z"))",
            "games[0].events[0].starts: is \"2026-01-02\". "
        ),
    ]

    private static func list(_ path: String, _ shows: String) -> String {
        "mapped: {events: {path: /e, id: i, name: n, starts: s, ends: e}, "
            + "requests: [{path: '\(path)', score: s, shows: \(shows)}]}"
    }

    private static func event(_ starts: String, _ ends: String) -> String {
        "events: [{id: a, name: A, starts: '\(starts)', ends: '\(ends)'}]"
    }

    @Test(arguments: wrong) func whatAnAdapterCannotUseIsRefused(keys: String, message: String) {
        let environment = ["K": "0123456789abcdef", "S": "short"]
        let found = problems("games:\n  - {id: g, name: G, url: 'http://h', \(keys)}", environment: environment)
        #expect(found.contains { $0.description.contains(message) }, "\(found)")
        #expect(!found.description.contains("hunter2"))
    }

    private let account = """
          - id: sim
            name: S
            adapter: game-server
            url: https://game.example/api/
            mirrors:
              - {url: https://mirror.example}
              - {url: https://game.example/api}
              - {url: https://mirror.example/}
            interval: 2s
            burst: 20
            session: {login_path: /auth, login_method: POST, login_env: LOGIN, versions_url: "https://v.example/jp"}

        """

    @Test func mirrorsPaceAndSessionAreRead() throws {
        let game = try games(account, environment: ["LOGIN": "{}"])[0]
        #expect(game.url == "https://game.example/api" && game.mirrors == ["https://mirror.example"])
        #expect(game.interval == .seconds(2) && game.burst == 20)
        #expect(
            game.session
                == SessionSettings(
                    account: "main", loginPath: "/auth", loginMethod: "POST", login: Secret("{}"),
                    versionsURL: "https://v.example/jp"))
        let plain = try games("      - {id: g, name: G, adapter: hisekai, url: \"https://h.example\"}\n")[0]
        #expect(plain.session == nil && plain.mirrors == [] && plain.interval == nil && plain.burst == nil)
    }

    @Test(arguments: [
        ("adapter: game-server", "adapter: hisekai", "games[0].session: means nothing to the adapter hisekai"),
        ("login_env: LOGIN, ", "", "games[0].session.login_env: is missing, and so is login_file"),
        ("login_env: LOGIN", "login: secret", "games[0].session.login"),
        ("login_path: /auth", "login_path: auth", "games[0].session.login_path"),
        ("login_path: /auth, ", "", "games[0].session.login_path"), ("LOGIN", "OTHER", "games[0].session.login_env"),
        ("interval: 2s", "interval: 11m", "games[0].interval"), ("burst: 20", "burst: 0", "games[0].burst"),
        ("login_method: POST", "login_method: GET", "games[0].session.login_method"),
    ])
    func wrongSessionsAreNamed(part: String, wrong: String, problem: String) {
        let error = #expect(throws: ConfigurationError.self) {
            try games(account.replacing(part, with: wrong), environment: ["LOGIN": "{}"])
        }
        #expect(error?.description.contains(problem) == true, "\(error?.description ?? "")")
    }
}
