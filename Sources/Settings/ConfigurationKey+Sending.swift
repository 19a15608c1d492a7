import Rankings

extension ConfigurationKey {
    /// Where a game's requests go, how often, and under which session.
    static let sending: [ConfigurationKey] = [
        .init(
            "games[].interval", .duration(.zero ... .minutes(10)), example: "2s",
            "The least time from one request to a host to the next; without it a 600th of the cadence, 500ms at most, "
                + "and none where `clock.simulator` is given."),
        .init(
            "games[].burst", .integer(1...100_000), example: "20",
            "How many requests a host gets in one cadence at most; without it 120, and any number where "
                + "`clock.simulator` is given."),
        .init(
            "games[].mirrors[].url", .url, isRequired: true, example: "https://mirror.example/api",
            "A further address that answers the same as `games[].url`: the best of them is asked most of the time, "
                + "another where it fails."),
        .init(
            "games[].session.login_path", .template([]), isRequired: true, example: "/api/user/1/auth",
            "Where the account logs in, below the address."),
        .init(
            "games[].session.login_method", .choice(SessionSettings.loginMethods), standard: "PUT", example: "POST",
            "The method of the login."),
        .init(
            "games[].session.login_env", .variable, example: "SEKAI_LOGIN",
            "The environment variable that holds the body of the login, a JSON document; where bodies are encrypted, "
                + "it is."),
        .init(
            "games[].session.login_file", .path, example: "/etc/borderline/login",
            "The file that holds it, in place of a variable; a final line break is left out."),
        .init("games[].session.login", .refusedSecret, example: "(refused)", "Refused: secrets are not for this file."),
        .init(
            "games[].session.versions_url", .url, example: "https://versions.example/jp.json",
            "The address of a JSON object with `appVersion`, `appHash`, `dataVersion` and `assetVersion`: read when "
                + "the game asks for a newer version (426)."),
        .init(
            "games[].session.account", .id(1...64), standard: "main", example: "second",
            "Names the account; games with the same id and account on one database share its session."),
    ]
}
