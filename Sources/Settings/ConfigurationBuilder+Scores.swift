import Rankings

/// Boards of one's own.
extension ConfigurationBuilder {
    /// Nil where the file has none.
    mutating func scores() -> ScoreSettings? {
        guard read.sections["scores"] != nil else { return nil }
        let scores = SectionValues(read, "scores")
        let socket = scores.optionalText("socket").map(paths.resolve)
        for name in ["host", "port"] where socket != nil && scores.given(name) != nil {
            report(.conflict, scores, name, "means nothing beside socket", "Remove one of the two")
        }
        let actionKey = longSecret(scores, "action_key")
        if actionKey == nil && scores.given("action_key_env") == nil && scores.given("action_key_file") == nil {
            report(
                .missingKey, scores, "action_key_env", "is missing, and so is action_key_file",
                "Write one of the two; `openssl rand -hex 32` makes a key")
        }
        return ScoreSettings(
            host: scores.text("host"), port: scores.integer("port"), socket: socket,
            proxies: scores.integer("proxies"), connections: scores.integer("connections"),
            origins: scoreOrigins(), issuer: scores.text("issuer"),
            audience: scores.text("audience"), actionKey: actionKey ?? Secret(""),
            previousActionKey: longSecret(scores, "previous_action_key"), keys: scoreKeys(in: scores),
            servers: scoreServers(), limits: scoreLimits(), proofs: scoreProofs(), webhooks: webhooks(),
            boards: scoreBoards(in: scores))
    }

    /// As browsers write them.
    private mutating func scoreOrigins() -> [String] {
        elements("scores.origins[]").map { section in
            let url = section.text("url")
            guard let origin = WebAddress.origin(of: url) else {
                if !url.isEmpty {
                    report(
                        .outOfRange, section, "url", "has a path, and an origin has none",
                        "Write the scheme and the host, such as https://game.example")
                }
                return url
            }
            return origin
        }
    }

    mutating func longSecret(_ section: SectionValues, _ name: String) -> Secret? {
        guard let secret = secret(section, name) else { return nil }
        let least = ScoreSettings.Key.leastSecretBytes
        if secret.reveal().utf8.count >= least { return secret }
        let key = section.given("\(name)_env") == nil ? "\(name)_file" : "\(name)_env"
        report(
            .missingSecret, section, key, "names a key of less than \(least) bytes",
            "Make one by `openssl rand -hex 32`")
        return nil
    }

    private mutating func scoreKeys(in scores: SectionValues) -> [ScoreSettings.Key] {
        let sections = elements("scores.keys[]")
        requireDistinct(sections, "id", of: "key")
        if sections.isEmpty {
            report(.missingKey, scores, "keys", "is missing: no token would be known", "Write at least one key")
        }
        return sections.map { section in
            let algorithm = section.text("algorithm")
            let secret = longSecret(section, "secret")
            let file = section.optionalText("pem_file").map(paths.resolve)
            let isSecretGiven = section.given("secret_env") != nil || section.given("secret_file") != nil
            let (wanted, isWantedGiven, other, isOtherGiven) =
                algorithm == "HS256"
                ? ("secret_env", isSecretGiven, "pem_file", file != nil)
                : ("pem_file", file != nil, "secret_env", isSecretGiven)
            if !isWantedGiven {
                report(.missingKey, section, wanted, "is missing: \(algorithm) needs it", "Write it")
            }
            if isOtherGiven { report(.conflict, section, other, "means nothing to \(algorithm)", "Remove it") }
            return ScoreSettings.Key(id: section.text("id"), algorithm: algorithm, secret: secret, pemFile: file)
        }
    }

    private mutating func scoreServers() -> [ScoreSettings.Server] {
        let sections = elements("scores.servers[]")
        requireDistinct(sections, "id", of: "server")
        return sections.map { section in
            let secret = longSecret(section, "secret")
            if secret == nil && section.given("secret_env") == nil && section.given("secret_file") == nil {
                report(
                    .missingKey, section, "secret_env", "is missing, and so is secret_file",
                    "Write one of the two; `openssl rand -hex 32` makes a key")
            }
            return ScoreSettings.Server(id: section.text("id"), secret: secret ?? Secret(""))
        }
    }

    private mutating func scoreLimits() -> ScoreSettings.Limits {
        let section = SectionValues(read, "scores.limits")
        for name in ["", "address_", "server_"] {
            let (most, atOnce) = ("\(name)actions_per_hour", "\(name)actions_at_once")
            // What is left for the hour comes back in it: with nothing left it would be one an hour.
            if section.integer(atOnce) > max(section.integer(most) / 2, 1) {
                report(
                    .outOfRange, section, atOnce, "is more than half of \(most)", "Write less, or more for the hour")
            }
        }
        return ScoreSettings.Limits(
            actionsPerHour: section.integer("actions_per_hour"), actionsAtOnce: section.integer("actions_at_once"),
            addressActionsPerHour: section.integer("address_actions_per_hour"),
            addressActionsAtOnce: section.integer("address_actions_at_once"),
            serverActionsPerHour: section.integer("server_actions_per_hour"),
            serverActionsAtOnce: section.integer("server_actions_at_once"), block: section.duration("block"))
    }

    private mutating func scoreBoards(in scores: SectionValues) -> [ScoreBoardSettings] {
        let sections = elements("scores.boards[]")
        requireDistinct(sections, "name", of: "board")
        if sections.isEmpty {
            report(.missingKey, scores, "boards", "is missing: there is nothing to submit to", "Write a board")
        }
        return sections.map { scoreBoard($0) }
    }

    private mutating func scoreBoard(_ section: SectionValues) -> ScoreBoardSettings {
        let rule = section.choice("rule", else: ScoreBoardSettings.Rule.sum)
        let (least, most) = (section.integer("least_score"), section.integer("most_score"))
        if least >= most {
            report(.outOfRange, section, "least_score", "is not less than most_score", "Write a lesser one")
        }
        let start = section.optionalInteger("start")
        if rule == .decrement && start == nil {
            report(.missingKey, section, "start", "is missing beside decrement", "Write what everybody begins with")
        }
        if let start, least < most, !(least...most).contains(start) {
            report(.outOfRange, section, "start", "is not from least_score to most_score", "Write one that is")
        }
        requireNameWithoutVersion(section)
        if rule != .decrement && start != nil {
            report(.conflict, section, "start", "means nothing to \(rule.rawValue)", "Remove it")
        }
        return ScoreBoardSettings(
            name: section.text("name"), title: section.text("title"), version: section.integer("version"), rule: rule,
            start: start ?? 0, weights: scoreWeights(of: section, rule), order: section.text("order"),
            ties: section.text("ties"), scale: section.integer("scale"), leastScore: least, mostScore: most,
            period: section.choice("period", else: .always), group: section.optionalText("group"),
            zone: section.text("zone"),
            times: scoreTimes(of: section), actions: scoreActions(of: section),
            achievements: scoreAchievements(of: section))
    }

    private mutating func scoreWeights(
        of section: SectionValues, _ rule: ScoreBoardSettings.Rule
    ) -> ScoreBoardSettings.Weights {
        for name in ["counts", "decay", "bonus", "bonus_decay"] where rule != .weighted && section.given(name) != nil {
            report(.conflict, section, name, "means nothing to \(rule.rawValue)", "Remove it")
        }
        if rule == .weighted && section.text("order") != "highest-first" {
            report(.conflict, section, "order", "does not go with weighted", "Write highest-first, or another rule")
        }
        return ScoreBoardSettings.Weights(
            counts: section.text("counts"), decay: section.number("decay"), bonus: section.number("bonus"),
            bonusDecay: section.number("bonus_decay"))
    }

    /// `race-v2` is what version 2 of `race` is called among the events of a game.
    private mutating func requireNameWithoutVersion(_ section: SectionValues) {
        let name = section.text("name")
        guard let end = name.split(separator: "-").last, end != name, end.first == "v", Int(end.dropFirst()) != nil
        else { return }
        report(
            .outOfRange, section, "name", "ends in -\(end), as versions of boards are called",
            "Write another name, or version: \(end.dropFirst())")
    }

    private mutating func scoreTimes(of section: SectionValues) -> Range<Instant>? {
        let isEvent = section.choice("period", else: ScoreBoardSettings.Period.always) == .event
        for name in ["starts", "ends"] where isEvent != (section.given(name) != nil) {
            report(
                isEvent ? .missingKey : .conflict, section, name,
                isEvent ? "is missing beside the period event" : "means nothing but to the period event",
                isEvent ? "Write both times" : "Remove it, or write period: event")
        }
        guard let starts = section.optionalInstant("starts"), let ends = section.optionalInstant("ends") else {
            return nil
        }
        if starts < ends { return starts..<ends }
        report(.outOfRange, section, "ends", "is not after starts", "Write a later one")
        return nil
    }

    private mutating func scoreActions(of board: SectionValues) -> [ScoreBoardSettings.Action] {
        let sections = elements("scores.boards[].actions[]", in: board)
        requireDistinct(sections, "type", of: "action")
        if sections.isEmpty {
            report(.missingKey, board, "actions", "is missing: nothing would count", "Write at least one action")
        }
        return sections.map { section in
            let points = section.optionalInteger("points")
            for name in ["least_value", "most_value", "most_per_second"]
            where points != nil && section.given(name) != nil {
                report(.conflict, section, name, "means nothing beside points", "Remove one of the two")
            }
            let action = ScoreBoardSettings.Action(
                type: section.text("type"), points: points, leastValue: section.integer("least_value"),
                mostValue: section.integer("most_value"), leastDuration: section.duration("least_duration"),
                lifetime: section.duration("lifetime"), mostPerSecond: section.optionalInteger("most_per_second"))
            if action.leastValue > action.mostValue {
                report(.outOfRange, section, "least_value", "is more than most_value", "Write a lesser one")
            }
            if action.leastDuration >= action.lifetime {
                report(.outOfRange, section, "least_duration", "is not less than lifetime", "Write a lesser one")
            }
            return action
        }
    }
}
