import Rankings

extension ConfigurationBuilder {
    mutating func games() -> [GameSettings] {
        let sections = elements("games[]")
        requireDistinct(sections, "id", of: "game")
        return sections.map { game($0) }
    }

    private mutating func game(_ section: SectionValues) -> GameSettings {
        var game = GameSettings(
            id: GameID(rawValue: section.text("id")), name: section.text("name"),
            adapter: section.choice("adapter", else: .gameServer), url: section.text("url"),
            user: section.text("user"), region: section.text("region"), cadence: section.optionalDuration("cadence"),
            ranks: section.integers("ranks"), featuredRanks: section.integers("featured_ranks"),
            plainHeaders: section.headers("headers"), headers: headers(section),
            eventsRefresh: section.duration("events_refresh"), eventsURL: section.optionalText("events_url"),
            body: body(section), boards: boards(in: section), events: events(in: section),
            mapped: mapped(in: section), keepPlayers: section.optionalDuration("keep_players"),
            mirrors: mirrors(in: section), interval: section.optionalDuration("interval"),
            burst: section.optionalInteger("burst"), session: session(in: section))
        game.languages = languages(in: section)
        game.hasPlayerPages = section.optionalBoolean("player_pages") ?? true
        check(game, in: section)
        return game
    }

    private mutating func languages(in section: SectionValues) -> [String] {
        let given = section.text("languages").split(separator: " ").map(String.init)
        if let unknown = given.first(where: { !GameSettings.languages.contains($0) }) {
            report(
                .outOfRange, section, "languages", "has \(unknown), which no page is in",
                "Write some of \(GameSettings.languages.joined(separator: ", "))")
        }
        if Set(given).count < given.count {
            report(.outOfRange, section, "languages", "has one twice", "Write each once")
        }
        return given.isEmpty ? ["en"] : given
    }

    /// What an adapter needs beyond its keys, and what means nothing to it.
    private mutating func check(_ game: GameSettings, in section: SectionValues) {
        let adapter = game.adapter
        func has(_ adapters: GameSettings.Adapter...) -> Bool { adapters.contains(adapter) }
        if adapter == .hisekai && !["jp", "tw"].contains(game.region) {
            report(.outOfRange, section, "region", "is \(game.region), which hisekai does not show", "Write jp or tw")
        }
        if adapter == .sekaiBest && game.eventsURL == nil && game.events.isEmpty {
            report(
                .missingKey, section, "events_url", "is missing, and so is events",
                "Write one of the two: sekai-best lists no events")
        }
        if adapter == .house && section.given("url") != nil {
            conflict(section, "url", adapter, "Remove it: boards of one's own are read from the database")
        } else if adapter != .house && section.lacks("url") {
            report(.missingKey, section, "url", "is missing", "Write the upstream's address")
        }
        refuse("events_url", in: section, unless: has(.gameServer, .sekaiBest), adapter)
        refuse("body_key_env", in: section, unless: has(.gameServer), adapter)
        refuse("ranks", in: section, unless: has(.bestdori, .matsurihi, .mapped), adapter)
        let hasBoards = has(.matsurihi, .mapped)
        if !game.boards.isEmpty && !hasBoards {
            conflict(section, "boards", adapter, "Remove them: its events bring theirs")
        }
        if section.read.sections[section.key("session")] != nil && !has(.gameServer) {
            conflict(section, "session", adapter, "Remove it")
        }
        if adapter == .mapped { checkMapped(game, in: section) }
        if adapter != .mapped && game.mapped != nil {
            conflict(section, "mapped", adapter, "Remove it, or write adapter: mapped")
        }
        if adapter == .matsurihi {
            for board in game.boards where !["main", "high-score", "lounge-point"].contains(board.name) {
                report(
                    .outOfRange, section, "boards", "has \(board.name), which matsurihi does not show",
                    "Write main, high-score and lounge-point")
            }
        }
    }

    private mutating func checkMapped(_ game: GameSettings, in section: SectionValues) {
        guard let mapped = game.mapped, !mapped.requests.isEmpty else {
            return report(
                .missingKey, section, "mapped.requests", "is missing", "Describe at least one request")
        }
        if mapped.events == nil && game.events.isEmpty {
            report(
                .missingKey, section, "mapped.events", "is missing, and so is events",
                "Describe the list of events, or write them down")
        }
        if game.ranks.isEmpty && mapped.requests.contains(where: { $0.path.contains("{rank") }) {
            report(.missingKey, section, "ranks", "is missing", "Write the ranks that {rank} stands for")
        }
        let known = Set(game.boards.map(\.name) + game.events.flatMap { $0.boards.map(\.name) })
            .union(game.boards.isEmpty ? ["main"] : [])
        for request in mapped.requests where !known.contains(request.board) {
            report(
                .outOfRange, section, "mapped.requests", "show the board \(request.board), which no event has",
                "Add it to boards")
        }
        for request in mapped.requests where request.shows != .borders && request.player == nil {
            report(
                .missingKey, section, "mapped.requests", "show players at \(request.path) without the way to their ids",
                "Write player, or shows: borders")
        }
    }

    private mutating func refuse(
        _ name: String, in section: SectionValues, unless isKnown: Bool, _ adapter: GameSettings.Adapter
    ) {
        if !isKnown && section.given(name) != nil { conflict(section, name, adapter, "Remove it") }
    }

    private mutating func conflict(
        _ section: SectionValues, _ name: String, _ adapter: GameSettings.Adapter, _ right: String
    ) {
        report(.conflict, section, name, "means nothing to the adapter \(adapter.rawValue)", right)
    }

    private mutating func headers(_ game: SectionValues) -> [String: Secret] {
        var headers: [String: Secret] = [:]
        for (header, variable) in game.variables("headers_env").sorted(by: { $0.key < $1.key }) {
            do {
                headers[header] = try secrets.secret(inVariable: variable)
            } catch {
                report(
                    error.kind, game, "headers_env", "names a variable for \(header) that \(error.wrong)", error.right)
            }
        }
        return headers
    }

    /// Both of the key and the vector, or neither.
    private mutating func body(_ game: SectionValues) -> BodySettings? {
        let names = ["body_key_env", "body_iv_env"]
        let given = names.filter { game.given($0) != nil }
        if given.isEmpty { return nil }
        for name in names where !given.contains(name) {
            report(.missingKey, game, name, "is missing beside \(given[0])", "Write both or neither")
        }
        let found = given.compactMap { keyOrVector(game, $0) }
        return found.count == names.count ? BodySettings(key: found[0], vector: found[1]) : nil
    }

    private mutating func keyOrVector(_ game: SectionValues, _ name: String) -> Secret? {
        do {
            let secret = try secrets.secret(inVariable: game.text(name))
            if BodySettings.bytes(of: secret) != nil { return secret }
            report(
                .missingSecret, game, name, "names a variable that holds no 16 bytes",
                "Set it to 32 hexadecimal digits or 16 characters of ASCII")
        } catch {
            report(error.kind, game, name, "names a variable that \(error.wrong)", error.right)
        }
        return nil
    }

    /// The elements of a list, in the order of the file.
    ///
    /// - Parameter parent: the element that the list is in; nil at the top.
    func elements(_ table: String, in parent: SectionValues? = nil) -> [SectionValues] {
        let name = table.dropLast(2)
        let path = parent.map { "\($0.path)\(name.dropFirst($0.tablePath.count))" } ?? String(name)
        return (0..<(read.counts[path] ?? 0)).map { SectionValues(read, table, path: "\(path)[\($0)]") }
    }

    /// Reports each element whose key has the value of an earlier one's.
    mutating func requireDistinct(_ sections: [SectionValues], _ name: String, of what: String) {
        var lines: [String: Int?] = [:]
        for section in sections {
            guard let given = section.given(name), case .text(let text) = given.value else { continue }
            if let first = lines[text] {
                let place = first.map { " in line \($0)" } ?? ""
                report(
                    .duplicateKey, section, name, "is \(Complaint.shown(text)) as\(place)",
                    "Give each \(what) \(name == "id" ? "an id" : "a \(name)") of its own")
            } else {
                lines[text] = .some(given.line)
            }
        }
    }
}
