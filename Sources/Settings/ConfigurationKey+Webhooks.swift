import Rankings

extension ConfigurationKey {
    static let scoreAchievements: [ConfigurationKey] = [
        .init(
            "scores.boards[].achievements[].name", .id(1...64), isRequired: true, example: "thousand",
            "The achievement's name for programs; never change it afterwards."),
        .init(
            "scores.boards[].achievements[].title", .text(1...100), isRequired: true, example: "A thousand points",
            "What people are told."),
        .init(
            "scores.boards[].achievements[].score",
            .integer(-ScoreBoardSettings.greatestScore...ScoreBoardSettings.greatestScore), isRequired: true,
            example: "1000", "Reached by a score as good as it, once on each list."),
    ]

    static let webhooks: [ConfigurationKey] = [
        .init(
            "scores.webhooks[].name", .id(1...64), isRequired: true, example: "club",
            "The webhook's name, in logs and lists; what waits for it is kept under it."),
        .init(
            "scores.webhooks[].url_env", .variable, example: "BORDERLINE_WEBHOOK",
            "The environment variable with the address that is told: Discord's are secrets."),
        .init(
            "scores.webhooks[].url_file", .path, example: "/etc/borderline/webhook",
            "The same as a file; a final line break is left out."),
        .init(
            "scores.webhooks[].format", .choice(WebhookSettings.formats), standard: "json", example: "discord",
            "What is sent: [JSON with a signature](scores.md#webhooks), or a message for Discord."),
        .init(
            "scores.webhooks[].secret_env", .variable, example: "BORDERLINE_WEBHOOK_KEY",
            "For `json`: the environment variable with the key of the signature, 32 bytes or more."),
        .init(
            "scores.webhooks[].secret_file", .path, example: "/etc/borderline/webhook-key",
            "The same as a file; a final line break is left out."),
        .init(
            "scores.webhooks[].board", .id(1...64), example: "race", "The one board that is told of; without it all."),
        .init(
            "scores.webhooks[].personal_best", .boolean, standard: "true", example: "false",
            "Whether new bests of players are told, of the rules `best` and `weighted`."),
        .init(
            "scores.webhooks[].first_place", .boolean, standard: "true", example: "false",
            "Whether it is told who comes to the first place."),
        .init(
            "scores.webhooks[].achievement", .boolean, standard: "true", example: "false",
            "Whether achievements are told."),
    ]
}
