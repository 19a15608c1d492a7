extension ConfigurationKey {
    /// The keys of a game, of its hosts, its account, its boards and its events.
    static let games: [ConfigurationKey] = game + gameAnswers + sending + gameBoards + gameEvents

    private static let game: [ConfigurationKey] = [
        .init(
            "games[].id", .id(1...32), isRequired: true, example: "sekai-jp",
            "The game's name in published paths; never change it afterwards."),
        .init("games[].name", .text(1...100), isRequired: true, example: "Simulated game", "The game's name on pages."),
        .init(
            "games[].adapter", .choice(GameSettings.Adapter.allCases.map(\.rawValue)), isRequired: true,
            example: "game-server", "How the upstream talks: see [upstreams](upstreams.md)."),
        .init(
            "games[].url", .url, example: "http://127.0.0.1:8091",
            "The address requests start from; needed by all adapters but `house`."),
        .init(
            "games[].user", .id(1...40), standard: "1", example: "1",
            "Our own user there: a part of the path of some requests."),
        .init(
            "games[].region", .choice(GameSettings.regions), standard: "jp", example: "en",
            "Which of the game's servers is meant, where the upstream shows several."),
        .init(
            "games[].cadence", .cadence, example: "15m",
            "How often each board is read: whole minutes that divide an hour. Without it, what the data deserves: 1m "
                + "for `game-server`, `bestdori` and `house`, 30m for `matsurihi`, else 5m."),
        .init(
            "games[].ranks", .integers(1...100_000_000, atMost: 50), standard: "[]", example: "[100, 1000]",
            "Ranks that are asked for one by one: `bestdori`, `matsurihi` and `mapped`. Without them those that most "
                + "events have."),
        .init(
            "games[].featured_ranks", .integers(1...100_000_000, atMost: 50), standard: "[]", example: "[100, 1000]",
            "Ranks that pages show first, ascending."),
        .init(
            "games[].languages", .text(2...60), standard: "en", example: "ja en ko",
            "The languages of its pages, of `en`, `ja`, `ko`, `zh-Hans` and `zh-Hant`, with spaces between them. The "
                + "first is found at the plain addresses, each other in a folder of its code in lower case. "
                + "Each takes a rendering more in every minute."),
        .init(
            "games[].player_pages", .boolean, standard: "true", example: "false",
            "Whether each player on a board has a page. Each is made again every 15 minutes, and with it the work of a "
                + "minute is about twice as much."),
        .init(
            "games[].keep_players", .retention(1...36_500), standard: "forever", example: "400d",
            "How long the players of an event are kept after its close; borders, outcomes and forecasts stay for "
                + "ever."),
        .init(
            "games[].events_refresh", .wholeMinutes(1...1_440), standard: "30m", example: "5m",
            "How often the list of events is read again."),
    ]

    private static let gameAnswers: [ConfigurationKey] = [
        .init(
            "games[].headers", .headers(atMost: 20), standard: "{}", example: "{Accept: application/json}",
            "Headers sent with each request. For those that are secret there is `games[].headers_env`."),
        .init(
            "games[].headers_env", .variables(atMost: 20), standard: "{}", example: "{X-Session-Token: SIM_TOKEN}",
            "Headers sent with each request, each with the environment variable that holds its value."),
        .init(
            "games[].events_url", .url, example: "https://master.example/data",
            "The address of the list of events, where another server has it: the master data of `game-server` and "
                + "`sekai-best`. No header is sent there."),
        .init(
            "games[].body_key_env", .variable, example: "SEKAI_BODY_KEY",
            "The environment variable that holds the key of encrypted bodies (`game-server`): 16 bytes, as 32 "
                + "hexadecimal digits or 16 characters. Without it bodies are JSON."),
        .init("games[].body_key", .refusedSecret, example: "(refused)", "Refused: secrets are not for this file."),
        .init(
            "games[].body_iv_env", .variable, example: "SEKAI_BODY_IV",
            "The environment variable that holds the initialisation vector beside the key, in the same forms."),
        .init("games[].body_iv", .refusedSecret, example: "(refused)", "Refused, as the key is."),
    ]

    private static let gameBoards: [ConfigurationKey] = [
        .init(
            "games[].boards[].name", .id(1...32), isRequired: true, example: "high-score",
            "The board's name in published paths: `main` is the whole event."),
        .init("games[].boards[].title", .text(1...100), example: "High score", "The board's name on pages."),
        .init(
            "games[].boards[].monotone", .boolean, example: "false",
            "Whether scores never fall while the event runs. Without it: true, unless the adapter knows better."),
        .init(
            "games[].boards[].scale", .integer(1...1_000_000), standard: "1", example: "100",
            "Parts of a point that scores are counted in: 100 keeps two digits of a fraction."),
    ]

    private static let gameEvents: [ConfigurationKey] = [
        .init("games[].events[].id", .id(1...40), isRequired: true, example: "42", "The upstream's id of the event."),
        .init(
            "games[].events[].name", .text(1...200), isRequired: true, example: "Spring",
            "The event's name on pages."),
        .init(
            "games[].events[].kind", .id(1...32), standard: "event", example: "marathon",
            "Forecasts learn from events of the same kind."),
        .init(
            "games[].events[].starts", .instant, isRequired: true, example: "2026-11-20T06:00:00Z",
            "When scores begin to count."),
        .init(
            "games[].events[].ends", .instant, isRequired: true, example: "2026-11-28T12:00:00Z",
            "The first instant at which nothing counts any more."),
        .init(
            "games[].events[].announces", .instant, example: "2026-11-28T12:10:00Z",
            "When the result is shown; without it at the end."),
        .init(
            "games[].events[].closes", .instant, example: "2026-11-30T06:00:00Z",
            "When nothing is corrected any more; without it at the announcement."),
        .init(
            "games[].events[].boards[].name", .id(1...32), isRequired: true, example: "chapter-7",
            "A board of this event. Without any it has those of `games[].boards`."),
        .init("games[].events[].boards[].title", .text(1...100), example: "Chapter 1", "The board's name on pages."),
        .init(
            "games[].events[].boards[].monotone", .boolean, example: "false",
            "Whether scores never fall, as in `games[].boards`."),
        .init(
            "games[].events[].boards[].scale", .integer(1...1_000_000), standard: "1", example: "100",
            "Parts of a point, as in `games[].boards`."),
        .init(
            "games[].events[].boards[].starts", .instant, example: "2026-11-21T06:00:00Z",
            "The board's own times; each without which it is the event's."),
        .init("games[].events[].boards[].ends", .instant, example: "2026-11-22T06:00:00Z", "The same."),
        .init("games[].events[].boards[].announces", .instant, example: "2026-11-22T06:10:00Z", "The same."),
        .init("games[].events[].boards[].closes", .instant, example: "2026-11-30T06:00:00Z", "The same."),
    ]
}
