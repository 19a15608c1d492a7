import Rankings

/// What a slot changed about one player of a list: a line of `changes.csv.gz`.
struct EntryChange: Hashable, Sendable {
    /// The entry after the slot.
    struct Listed: Hashable, Sendable {
        /// From 1, in the upstream's order.
        let place: Int
        let rank: Int
        let score: Int64
        /// nil where it follows from the list before: a score that stands keeps its slot, any other is of this one.
        let scoredAt: Slot?
    }

    let player: Pseudonym
    /// The player's name after the slot; of a player that left, the last one; nil where the player was forgotten.
    let name: String?
    /// nil where the player left the list.
    let listed: Listed?
}
