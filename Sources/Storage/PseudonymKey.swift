import Crypto
package import Rankings

/// The key that turns upstream ids into pseudonyms. Whoever has it can link pseudonyms to ids: it stays in the data
/// directory, readable by its owner only, and belongs in every backup.
package struct PseudonymKey: Sendable {
    /// 256 bits, the size of the hash.
    package static let bytes = 32

    private let key: SymmetricKey

    /// - Parameter secret: exactly `bytes` random bytes.
    package init(secret: [UInt8]) {
        precondition(secret.count == Self.bytes, "a pseudonym key has \(Self.bytes) bytes")
        key = SymmetricKey(data: secret)
    }

    /// The first 64 bits of HMAC-SHA-256 over the game and the player's upstream id; a zero byte keeps the two apart.
    package func pseudonym(of player: PlayerID, in game: GameID) -> Pseudonym {
        let code = HMAC<SHA256>.authenticationCode(for: Array(game.rawValue.utf8) + [0] + player.bytes, using: key)
        return Pseudonym(value: code.prefix(8).reduce(0) { $0 << 8 | UInt64($1) })
    }
}
