/// What the time since a player's last score says of them. Guessed: nobody tells us who sleeps.
package enum PlayState: String, Hashable, Sendable, CaseIterable {
    /// Scored lately: a game and the way to the next take less.
    case playing
    /// Takes a break.
    case paused
    /// As long without a score as people sleep.
    case asleep
    /// Longer than anybody sleeps: keeps a place without playing on.
    case parked

    /// - Parameter minutes: since the score was first seen; below 0 counts as 0.
    package init(idleMinutes minutes: Int) {
        self =
            switch minutes {
            case ..<Self.breakMinutes: .playing
            case ..<Self.sleepMinutes: .paused
            case ..<Self.parkedMinutes: .asleep
            default: .parked
            }
    }

    /// Without a score from here on somebody takes a break, in minutes: long games and slow menus end before.
    package static let breakMinutes = 20
    /// From here on they are taken to sleep, in minutes.
    package static let sleepMinutes = 180
    /// From here on they are taken to have stopped, in minutes: fourteen hours.
    package static let parkedMinutes = 840
}
