import Rankings

extension ConfigurationKey {
    /// Boards of one's own.
    static let scores: [ConfigurationKey] =
        scoreServing + scoreOrigins + scoreKeys + scoreServers + scoreLimits + scoreProofs + webhooks + scoreBoards
        + scoreAchievements + scoreActions

    private static let scoreServing: [ConfigurationKey] = [
        .init(
            "scores.host", .text(1...255), standard: "127.0.0.1", example: "::1",
            "The address the API listens on. Put a proxy with TLS in front of it."),
        .init(
            "scores.port", .integer(0...65_535), standard: "8078", example: "8100",
            "The port of the same; 0 lets the system choose."),
        .init(
            "scores.socket", .path, example: "/run/borderline/scores.sock",
            "A Unix socket to listen on in place of host and port."),
        .init(
            "scores.proxies", .integer(0...8), standard: "0", example: "1",
            "How many proxies of yours a request comes through: its address is taken from as many ends of "
                + "`X-Forwarded-For`. With 0 it is the connection's."),
        .init(
            "scores.connections", .integer(16...100_000), standard: "10000", example: "2000",
            "How many connections are served at once; what comes beyond waits."),
        .init(
            "scores.issuer", .text(1...200), isRequired: true, example: "https://accounts.example",
            "Who issues tokens: their `iss`."),
        .init(
            "scores.audience", .text(1...200), isRequired: true, example: "scores.example",
            "Whom they are issued for: their `aud`."),
        .init(
            "scores.action_key_env", .variable, example: "BORDERLINE_ACTION_KEY",
            "The environment variable with the key that seals actions, 32 bytes or more (`openssl rand -hex 32`): this "
                + "or `scores.action_key_file`. Servers of the same boards share it."),
        .init(
            "scores.action_key_file", .path, example: "/etc/borderline/action-key",
            "The file that holds it; a final line break is left out."),
        .init("scores.action_key", .refusedSecret, example: "(refused)", "Refused: secrets are not for this file."),
        .init(
            "scores.previous_action_key_env", .variable, example: "BORDERLINE_PREVIOUS_ACTION_KEY",
            "The same for the key before, so that actions under way count when it is changed."),
        .init(
            "scores.previous_action_key_file", .path, example: "/etc/borderline/previous-action-key",
            "The file that holds that one."),
        .init("scores.previous_action_key", .refusedSecret, example: "(refused)", "Refused, as the key is."),
    ]

    private static let scoreOrigins: [ConfigurationKey] = [
        .init(
            "scores.origins[].url", .url, isRequired: true, example: "https://game.example",
            "Pages of this origin, a scheme and a host, may use the API; those of others may not.")
    ]

    private static let scoreKeys: [ConfigurationKey] = [
        .init(
            "scores.keys[].id", .text(1...100), isRequired: true, example: "2026-11",
            "The key's name: the `kid` of tokens it signs."),
        .init(
            "scores.keys[].algorithm", .choice(ScoreSettings.Key.algorithms), isRequired: true, example: "ES256",
            "The one algorithm its tokens are signed by: their `alg`."),
        .init(
            "scores.keys[].secret_env", .variable, example: "BORDERLINE_TOKEN_SECRET",
            "For `HS256`: the environment variable with the secret, 32 bytes or more."),
        .init(
            "scores.keys[].secret_file", .path, example: "/etc/borderline/token-secret",
            "The same as a file; a final line break is left out."),
        .init("scores.keys[].secret", .refusedSecret, example: "(refused)", "Refused: secrets are not for this file."),
        .init(
            "scores.keys[].pem_file", .path, example: "/etc/borderline/accounts.pem",
            "For the others: the file with the public key, as PEM; the private one where trial tokens are made."),
    ]

    private static let scoreServers: [ConfigurationKey] = [
        .init(
            "scores.servers[].id", .text(1...100), isRequired: true, example: "club",
            "A server of yours that submits for players: the `keyid` of requests it signs."),
        .init(
            "scores.servers[].secret_env", .variable, example: "BORDERLINE_CLUB_KEY",
            "The environment variable with the key it signs with, 32 bytes or more: this or "
                + "`scores.servers[].secret_file`."),
        .init(
            "scores.servers[].secret_file", .path, example: "/etc/borderline/club-key",
            "The file that holds it; a final line break is left out."),
        .init(
            "scores.servers[].secret", .refusedSecret, example: "(refused)",
            "Refused: secrets are not for this file."),
    ]

    private static let scoreLimits: [ConfigurationKey] = [
        .init(
            "scores.limits.actions_per_hour", .integer(1...1_000_000), standard: "100", example: "600",
            "How many actions a user may begin in any hour."),
        .init(
            "scores.limits.actions_at_once", .integer(1...1_000_000), standard: "20", example: "60",
            "How many of them may follow each other without a pause; half of an hour's at most."),
        .init(
            "scores.limits.address_actions_per_hour", .integer(1...1_000_000), standard: "1000", example: "5000",
            "How many may come from one address, or one /64 of IPv6: a school's players share one."),
        .init(
            "scores.limits.address_actions_at_once", .integer(1...1_000_000), standard: "200", example: "500",
            "How many of those may follow each other without a pause; half of an hour's at most."),
        .init(
            "scores.limits.server_actions_per_hour", .integer(1...10_000_000), standard: "1000000", example: "100000",
            "How many a server of `scores.servers` may begin for players."),
        .init(
            "scores.limits.server_actions_at_once", .integer(1...10_000_000), standard: "100000", example: "1000",
            "How many of those may follow each other without a pause; half of an hour's at most."),
        .init(
            "scores.limits.block", .duration(.seconds(1)...(.hours(24))), standard: "5m", example: "1m",
            "How long whoever does more is refused."),
    ]

    private static let scoreBoards: [ConfigurationKey] = [
        .init(
            "scores.boards[].name", .id(1...64), isRequired: true, example: "race",
            "The board's name in requests; never change it afterwards. It does not end in `-v2` or the like."),
        .init("scores.boards[].title", .text(1...100), isRequired: true, example: "Race", "The board's name on pages."),
        .init(
            "scores.boards[].version", .integer(1...65_535), standard: "1", example: "2",
            "The version of the board's rules; another one begins a list of its own. Raise it with another order or "
                + "scale."
        ),
        .init(
            "scores.boards[].rule", .choice(ScoreBoardSettings.Rule.allCases.map(\.rawValue)), isRequired: true,
            example: "sum", "What points do to a score: [rules](scores.md#rules)."),
        .init(
            "scores.boards[].start", .integer(0...ScoreBoardSettings.greatestScore), example: "100",
            "What everybody begins with; of the rule `decrement` alone."),
        .init(
            "scores.boards[].counts", .choice(ScoreBoardSettings.Weights.counted), standard: "best-of-type",
            example: "every-action",
            "What a `weighted` total is made of: the best action of each type, or every action."),
        .init(
            "scores.boards[].decay", .number(0...1), standard: "0.95", example: "0.9",
            "What each further score of a `weighted` total counts of the one before it."),
        .init(
            "scores.boards[].bonus", .number(0...1_000_000_000), standard: "416.6667", example: "0",
            "What the bonus of a `weighted` total for many scores comes near to, in points."),
        .init(
            "scores.boards[].bonus_decay", .number(0...1), standard: "0.995", example: "0.99",
            "What of that bonus is still missing after each further score."),
        .init(
            "scores.boards[].order", .choice(ScoreBoardSettings.orders), standard: "highest-first",
            example: "lowest-first", "Which score is the better one."),
        .init(
            "scores.boards[].ties", .choice(ScoreBoardSettings.ties), standard: "earliest-first", example: "shared",
            "Who is first among equal scores: whoever reached it earlier, or all of them."),
        .init(
            "scores.boards[].scale", .integer(1...1_000_000), standard: "1", example: "100",
            "Parts of a point that scores are counted in: 100 keeps two digits of a fraction."),
        .init(
            "scores.boards[].least_score",
            .integer(-ScoreBoardSettings.greatestScore...ScoreBoardSettings.greatestScore), standard: "0",
            example: "-1000", "No score is below it."),
        .init(
            "scores.boards[].most_score",
            .integer(-ScoreBoardSettings.greatestScore...ScoreBoardSettings.greatestScore),
            standard: "9007199254740991", example: "1000000", "No score is above it."),
        .init(
            "scores.boards[].period", .choice(ScoreBoardSettings.Period.allCases.map(\.rawValue)), standard: "always",
            example: "weekly", "When a new list begins: never, each day, week or month, or with an event."),
        .init(
            "scores.boards[].group", .text(1...64), example: "eu",
            "Only who is of this group may submit: the `groups` of tokens. Without it everybody may."),
        .init(
            "scores.boards[].zone", .text(1...64), standard: "UTC", example: "Asia/Tokyo",
            "The time zone of the board's days, weeks and months."),
        .init(
            "scores.boards[].starts", .instant, example: "2026-11-20T06:00:00Z",
            "When an `event` begins to count; of the period `event` alone."),
        .init(
            "scores.boards[].ends", .instant, example: "2026-11-28T12:00:00Z",
            "The first instant at which nothing counts any more."),
    ]

    private static let scoreActions: [ConfigurationKey] = [
        .init(
            "scores.boards[].actions[].type", .id(1...64), isRequired: true, example: "lap",
            "The name of what a player does, in requests."),
        .init(
            "scores.boards[].actions[].points", .integer(-1_000_000_000_000...1_000_000_000_000), example: "10",
            "What it is worth; without it the client's value counts, within the bounds below."),
        .init(
            "scores.boards[].actions[].least_value",
            .integer(-ScoreBoardSettings.greatestScore...ScoreBoardSettings.greatestScore), standard: "0",
            example: "1", "The least value a client may give."),
        .init(
            "scores.boards[].actions[].most_value",
            .integer(-ScoreBoardSettings.greatestScore...ScoreBoardSettings.greatestScore), standard: "1000000",
            example: "500", "The greatest one."),
        .init(
            "scores.boards[].actions[].least_duration", .duration(.zero ... .hours(24)), standard: "0s", example: "20s",
            "An action that took less is impossible, and refused. Time counts once for actions of one type."),
        .init(
            "scores.boards[].actions[].lifetime", .duration(.seconds(1)...(.hours(24))), standard: "5m", example: "30m",
            "How long after its beginning an action counts."),
        .init(
            "scores.boards[].actions[].most_per_second", .integer(1...1_000_000_000_000), example: "50",
            "The physical ceiling: nobody makes more points in a second. Without it none is known."),
    ]
}
