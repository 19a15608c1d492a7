import MariaDB
package import Rankings
import Scoring

extension Store {
    /// Masks the name of a player of a crawled game wherever names are read, or shows it again, and writes down who did
    /// so, when and why. Ranks and scores are the upstream's, and stay.
    ///
    /// - Throws: `StorageError.unknownPlayer`; `.notOfCrawled` for what only a board of one's own can do.
    package func mask(_ player: PlayerOfGame, _ order: ModerationOrder) async throws {
        guard let number = try await number(of: player) else {
            throw StorageError.unknownPlayer(player.player.description, game: player.game.rawValue)
        }
        try await pool.transaction { connection in
            switch order.kind {
            case .hide,
                .rename where order.name != nil:
                _ = try await connection.execute(
                    "REPLACE INTO name_mask (player_id, shown) VALUES (?, ?)",
                    [.integer(number), .optional(order.name)])
            case .restore, .rename:
                _ = try await connection.execute("DELETE FROM name_mask WHERE player_id = ?", [.integer(number)])
            case .ban, .unban, .dismiss: throw StorageError.notOfCrawled(order.kind.rawValue)
            }
            try await Self.note(order, game: player.game.rawValue, player: player.player, on: connection)
        }
    }

    /// What is shown in place of names, by the player's number; nil is no name. Few, as each is a decision of somebody.
    func nameMasks(on connection: Connection) async throws -> NameMasks {
        let rows = try await connection.query("SELECT player_id, shown FROM name_mask") { row throws(DatabaseError) in
            (try row.int64(0), try row.textOrNil(1))
        }
        return NameMasks(shown: Dictionary(rows) { first, _ in first })
    }
}
