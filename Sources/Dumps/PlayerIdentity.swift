import Rankings

/// A player under one name: a row of `players.csv.gz`.
struct PlayerIdentity: Hashable, Sendable {
    let player: Pseudonym
    /// As bytes: Swift calls `é` and `e` with an accent equal, and a player wrote one of them. Nil where the player was
    /// forgotten.
    let name: [UInt8]?
}
