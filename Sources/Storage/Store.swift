package import MariaDB
package import Rankings

/// Everything that is kept: one value over a pool of connections, with the SQL of each aggregate in its own folder.
package struct Store: Sendable {
    let pool: Pool
    let pseudonyms: PseudonymKey
    let numbers = NumberCache()

    package init(pool: Pool, pseudonyms: PseudonymKey) {
        self.pool = pool
        self.pseudonyms = pseudonyms
    }

    /// What is published in place of a player's upstream id.
    package func pseudonym(of player: PlayerID, in game: GameID) -> Pseudonym {
        pseudonyms.pseudonym(of: player, in: game)
    }

    package func close() async { await pool.close() }
}

extension Store {
    /// The lists of scores, over the same connections.
    package var scores: ScoreStore { ScoreStore(pool: pool) }
}
