import Rankings

/// Boards, events and what answers mean.
extension ConfigurationBuilder {
    mutating func boards(in game: SectionValues) -> [BoardSettings] {
        let sections = elements("games[].boards[]", in: game)
        requireDistinct(sections, "name", of: "board")
        return sections.map { board($0, times: nil) }
    }

    mutating func events(in game: SectionValues) -> [EventSettings] {
        let sections = elements("games[].events[]", in: game)
        requireDistinct(sections, "id", of: "event")
        return sections.map { section in
            let starts = section.optionalInstant("starts") ?? .distantPast
            let ends = section.optionalInstant("ends") ?? .distantFuture
            let announces = section.optionalInstant("announces") ?? ends
            let times = EventTimes(
                starts: starts, ends: ends, announces: announces,
                closes: section.optionalInstant("closes") ?? announces)
            check(times, in: section)
            let boards = elements("games[].events[].boards[]", in: section)
            requireDistinct(boards, "name", of: "board")
            return EventSettings(
                id: section.text("id"), name: section.text("name"), kind: section.text("kind"), times: times,
                boards: boards.map { board($0, times: ownTimes($0, within: times)) })
        }
    }

    func mapped(in game: SectionValues) -> MappedSettings? {
        let requests = elements("games[].mapped.requests[]", in: game)
        let events = SectionValues(read, "games[].mapped.events", path: "\(game.path).mapped.events")
        let hasEvents = read.sections["\(game.path).mapped.events"] != nil
        guard hasEvents || read.sections["\(game.path).mapped"] != nil else { return nil }
        return MappedSettings(requests: requests.map(request), events: hasEvents ? list(events) : nil)
    }

    private func request(_ section: SectionValues) -> MappedSettings.Request {
        MappedSettings.Request(
            path: section.text("path"), board: section.text("board"), shows: section.choice("shows", else: .borders),
            rows: section.optionalText("rows"), rank: section.optionalText("rank"), score: section.text("score"),
            player: section.optionalText("player"), name: section.optionalText("name"),
            time: section.optionalText("time"), rowTime: section.optionalText("row_time"),
            timeFormat: section.choice("time_format", else: .rfc3339), event: section.optionalText("event"),
            rowEvent: section.optionalText("row_event"), lastEntry: section.integer("last_entry"))
    }

    private func list(_ section: SectionValues) -> MappedSettings.Events {
        MappedSettings.Events(
            path: section.text("path"), rows: section.text("rows"), id: section.text("id"), name: section.text("name"),
            kind: section.optionalText("kind"), starts: section.text("starts"), ends: section.text("ends"),
            announces: section.optionalText("announces"), closes: section.optionalText("closes"),
            timeFormat: section.choice("time_format", else: .rfc3339),
            isEndIncluded: section.optionalBoolean("end_included") ?? false)
    }

    private func board(_ section: SectionValues, times: EventTimes?) -> BoardSettings {
        BoardSettings(
            name: section.text("name"), title: section.optionalText("title"),
            isMonotone: section.optionalBoolean("monotone"), scale: section.integer("scale"), times: times)
    }

    /// nil where the board has none of its own. One that ends before the event is announced as long after.
    private mutating func ownTimes(_ section: SectionValues, within event: EventTimes) -> EventTimes? {
        let names = ["starts", "ends", "announces", "closes"]
        guard names.contains(where: { section.given($0) != nil }) else { return nil }
        let ends = section.optionalInstant("ends") ?? event.ends
        let announces = section.optionalInstant("announces") ?? ends + (event.announces - event.ends)
        let times = EventTimes(
            starts: section.optionalInstant("starts") ?? event.starts, ends: ends, announces: announces,
            closes: section.optionalInstant("closes") ?? max(announces, event.closes))
        check(times, in: section)
        return times
    }

    private mutating func check(_ times: EventTimes, in section: SectionValues) {
        guard times.starts >= times.ends || times.ends > times.announces || times.announces > times.closes else {
            return
        }
        report(
            .outOfRange, section, "ends", "is not between its start and its announcement, or the close is before these",
            "Write starts, ends, announces and closes in this order of time")
    }
}

extension Instant {
    /// Before and after all that an event may have: for one whose times are reported as missing.
    fileprivate static let distantPast = Instant(unixSeconds: 0)
    fileprivate static let distantFuture = Instant(unixSeconds: 4_102_444_800)
}
