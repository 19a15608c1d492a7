package import Rankings

/// A part of an event with a ranking of its own, as the game server lists it in `master/worldBlooms.json`.
package struct GameChapter: Hashable, Sendable {
    /// The upstream's id: the event's number times 100 plus the chapter's.
    package let id: Int
    package let eventNumber: Int
    /// Nil for the finale.
    package let characterID: Int?
    /// From 1 in each event.
    package let number: Int
    package let window: ScoringWindow

    package init(eventNumber: Int, characterID: Int?, number: Int, starts: Instant, ends: Instant) {
        id = eventNumber * 100 + number
        self.eventNumber = eventNumber
        self.characterID = characterID
        self.number = number
        // The game writes 600 seconds after the last second that counts.
        window = ScoringWindow(starts: starts, ends: ends, announces: ends - .seconds(1) + GameEvent.countingTime)
    }

    /// The name of the chapter's board: `chapter-7`, or `chapter-finale` where it has no character.
    package var boardName: String { "chapter-\(characterID.map(String.init) ?? "finale")" }
}
