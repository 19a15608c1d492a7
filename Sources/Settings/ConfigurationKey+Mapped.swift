extension ConfigurationKey {
    private static let timeFormats = MappedSettings.TimeFormat.allCases.map(\.rawValue)

    /// The keys of the adapter `mapped`.
    static let mapped: [ConfigurationKey] = mappedRequests + mappedEvents

    private static let mappedRequests: [ConfigurationKey] = [
        .init(
            "games[].mapped.requests[].path", .template(MappedSettings.placeholders), isRequired: true,
            example: "'/events/{event}/border/{rank}'",
            "The path of a request below `games[].url`, with placeholders. One with `{rank}` is made for each of "
                + "`games[].ranks`."),
        .init(
            "games[].mapped.requests[].board", .id(1...32), standard: "main", example: "high-score",
            "The board that the answer shows."),
        .init(
            "games[].mapped.requests[].shows", .choice(MappedSettings.Shown.allCases.map(\.rawValue)), isRequired: true,
            example: "borders", "Which part of it: players, scores at ranks, or both."),
        .init(
            "games[].mapped.requests[].rows", .dotted, example: "data.ranking",
            "The way to the rows: a list, or an object whose values they are. Without it the answer is the list, or "
                + "one row."),
        .init(
            "games[].mapped.requests[].rank", .dotted, example: "rank",
            "In a row, the way to its rank. Without it rows are in order, or the rank is the one asked for."),
        .init(
            "games[].mapped.requests[].score", .dotted, isRequired: true, example: "point.total",
            "In a row, the way to its score: a number, or text that is one."),
        .init(
            "games[].mapped.requests[].player", .dotted, example: "user.id",
            "In a row, the way to the player's id; needed for players."),
        .init(
            "games[].mapped.requests[].name", .dotted, example: "user.name", "In a row, the way to the player's name."),
        .init(
            "games[].mapped.requests[].time", .dotted, example: "data.updatedAt",
            "From the top of the answer, the way to when it was true."),
        .init(
            "games[].mapped.requests[].row_time", .dotted, example: "time",
            "In a row, the way to when it was true: only rows of the newest time count."),
        .init(
            "games[].mapped.requests[].time_format", .choice(timeFormats), standard: "rfc3339",
            example: "unix-milliseconds", "How these times are written."),
        .init(
            "games[].mapped.requests[].event", .dotted, example: "data.eventId",
            "From the top of the answer, the way to the id of its event: an answer of another is refused."),
        .init(
            "games[].mapped.requests[].row_event", .dotted, example: "eventId",
            "In a row, the way to the id of its event: rows of another are left out."),
        .init(
            "games[].mapped.requests[].last_entry", .integer(1...100_000), standard: "100", example: "50",
            "Where `shows` is `both`: rows up to this rank are players, from it on borders."),
    ]

    private static let mappedEvents: [ConfigurationKey] = [
        .init(
            "games[].mapped.events.path", .template([]), isRequired: true, example: "/events",
            "The path of the list of events. Without `mapped.events` they stand in `games[].events`."),
        .init(
            "games[].mapped.events.rows", .dotted, example: "data.events",
            "The way to the events: a list or an object. Without it the answer is the list."),
        .init(
            "games[].mapped.events.id", .dotted, isRequired: true, example: "id",
            "In an event, the way to its id; `@key` is its key in an object."),
        .init("games[].mapped.events.name", .dotted, isRequired: true, example: "title", "The way to its name."),
        .init("games[].mapped.events.kind", .dotted, example: "type", "The way to its kind."),
        .init("games[].mapped.events.starts", .dotted, isRequired: true, example: "startAt", "The way to its start."),
        .init("games[].mapped.events.ends", .dotted, isRequired: true, example: "endAt", "The way to its end."),
        .init(
            "games[].mapped.events.announces", .dotted, example: "resultAt",
            "The way to its announcement; without it the end."),
        .init(
            "games[].mapped.events.closes", .dotted, example: "closeAt",
            "The way to its close; without it the announcement."),
        .init(
            "games[].mapped.events.time_format", .choice(timeFormats), standard: "rfc3339", example: "unix-seconds",
            "How these times are written."),
        .init(
            "games[].mapped.events.end_included", .boolean, standard: "false", example: "true",
            "Whether the end is the last second that counts (`…:59:59`)."),
    ]
}
