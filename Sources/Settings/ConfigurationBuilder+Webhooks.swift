import Rankings

/// Who is told of scores, and of which.
extension ConfigurationBuilder {
    mutating func webhooks() -> [WebhookSettings] {
        let sections = elements("scores.webhooks[]")
        requireDistinct(sections, "name", of: "webhook")
        let boards = Set(elements("scores.boards[]").map { $0.text("name") })
        return sections.map { section in
            let format = section.text("format")
            let events = WebhookSettings.events.filter { section.optionalBoolean($0) ?? true }
            if events.isEmpty {
                report(.conflict, section, "achievement", "leaves nothing to tell", "Remove the webhook, or tell some")
            }
            let board = section.optionalText("board")
            if let board, !boards.contains(board) {
                report(.outOfRange, section, "board", "is no board", "Write one of scores.boards, or leave it out")
            }
            let secret = longSecret(section, "secret")
            let isSecretGiven = section.given("secret_env") != nil || section.given("secret_file") != nil
            if format == "json", !isSecretGiven {
                report(
                    .missingKey, section, "secret_env", "is missing: json is signed",
                    "Write it; `openssl rand -hex 32` makes a key")
            }
            if format != "json", isSecretGiven {
                report(.conflict, section, "secret_env", "means nothing to \(format)", "Remove it")
            }
            return WebhookSettings(
                name: section.text("name"), url: webhookAddress(section), format: format, secret: secret,
                events: events, boards: board.map { [$0] } ?? [])
        }
    }

    private mutating func webhookAddress(_ section: SectionValues) -> Secret {
        let isGiven = section.given("url_env") != nil || section.given("url_file") != nil
        if !isGiven {
            report(.missingKey, section, "url_env", "is missing, and so is url_file", "Write one of the two")
        }
        guard let url = secret(section, "url") else { return Secret("") }
        if !WebAddress.isWeb(url.reveal()) {
            let key = section.given("url_env") == nil ? "url_file" : "url_env"
            report(
                .missingSecret, section, key, "names no http or https address",
                "Write one, such as https://a.example/hook")
        }
        return url
    }

    mutating func scoreAchievements(of board: SectionValues) -> [ScoreBoardSettings.Achievement] {
        let sections = elements("scores.boards[].achievements[]", in: board)
        requireDistinct(sections, "name", of: "achievement")
        return sections.map { section in
            ScoreBoardSettings.Achievement(
                name: section.text("name"), title: section.text("title"), score: section.integer("score"))
        }
    }
}
