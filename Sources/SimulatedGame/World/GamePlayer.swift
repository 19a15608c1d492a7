/// Who a player is to the game server, apart from the name, which changes.
package struct GamePlayer: Hashable, Sendable {
    /// Between 10^17 and 10^18: beyond what a double holds exactly, as the real ones are.
    package let userID: Int64
    package let cardID: Int
    /// 0 to 5.
    package let masterRank: Int
    package let honorID: Int
    /// What the player says of themselves; any Unicode.
    package let word: String

    package init(userID: Int64, cardID: Int, masterRank: Int, honorID: Int, word: String) {
        self.userID = userID
        self.cardID = cardID
        self.masterRank = masterRank
        self.honorID = honorID
        self.word = word
    }
}

extension GamePlayer {
    private static let firstUserID: Int64 = 100_000_000_000_000_000
    private static let userIDs: UInt64 = 900_000_000_000_000_000

    /// The player that belongs to a number: the same for the same number, on any day.
    init(identity: UInt64) {
        let looks = StableHash.of(identity, 1)
        self.init(
            userID: Self.firstUserID + Int64(StableHash.of(identity, 0) % Self.userIDs),
            cardID: 1 + Int(looks % 1400),
            masterRank: Int(looks >> 16 % 6),
            honorID: 1 + Int(looks >> 24 % 300),
            word: PlayerNames.word(for: looks >> 40))
    }
}
