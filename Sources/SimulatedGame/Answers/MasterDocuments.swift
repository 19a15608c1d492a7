import Rankings

/// The master data of the game server: which events there are and when.
enum MasterDocuments {
    /// `master/events.json`
    static func events(_ events: [GameEvent]) -> [UInt8] {
        var json = JSONText()
        json.list(events) { json, event in
            json.raw("{\"id\":")
            json.integer(Int64(event.number))
            json.raw(",\"eventType\":")
            json.string(event.kind)
            json.raw(",\"name\":")
            json.string(event.name)
            json.raw(",\"startAt\":")
            json.integer(event.window.starts.unixMilliseconds)
            json.raw(",\"aggregateAt\":")
            json.integer(event.window.aggregates.unixMilliseconds)
            json.raw(",\"rankingAnnounceAt\":")
            json.integer(event.window.announces.unixMilliseconds)
            json.raw(",\"closedAt\":")
            json.integer(event.closes.unixMilliseconds)
            json.raw("}")
        }
        return json.bytes
    }

    /// `master/worldBlooms.json`
    static func worldBlooms(_ events: [GameEvent]) -> [UInt8] {
        var json = JSONText()
        json.list(events.flatMap(\.chapters)) { json, chapter in
            json.raw("{\"id\":")
            json.integer(Int64(chapter.id))
            json.raw(",\"eventId\":")
            json.integer(Int64(chapter.eventNumber))
            if let character = chapter.characterID {
                json.raw(",\"gameCharacterId\":")
                json.integer(Int64(character))
            }
            json.raw(",\"chapterNo\":")
            json.integer(Int64(chapter.number))
            json.raw(",\"chapterStartAt\":")
            json.integer(chapter.window.starts.unixMilliseconds)
            json.raw(",\"aggregateAt\":")
            json.integer(chapter.window.aggregates.unixMilliseconds)
            json.raw(",\"chapterEndAt\":")
            json.integer(chapter.window.announces.unixMilliseconds)
            json.raw("}")
        }
        return json.bytes
    }
}
