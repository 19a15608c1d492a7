import Rankings

/// One named player in one event: who they are, what they are called when, and what they play.
struct SyntheticPlayer: Sendable {
    struct Renaming: Hashable, Sendable {
        let at: Instant
        let name: String
    }

    let player: GamePlayer
    /// The name at the start of the event.
    let firstName: String
    /// The player takes another name during the event; nil for most.
    let renaming: Renaming?
    /// From here on the player is gone from every board; nil for nearly all.
    let bannedAt: Instant?
    let timeline: PlayTimeline

    func name(at instant: Instant) -> String {
        guard let renaming, instant >= renaming.at else { return firstName }
        return renaming.name
    }

    func isBanned(at instant: Instant) -> Bool { bannedAt.map { instant >= $0 } ?? false }
}
