import MariaDB
package import Rankings

extension Store {
    /// Names that are looked at in one search, so that a short one ends soon.
    private static let searchedNames = 200

    /// The player an operator means.
    ///
    /// - Parameters:
    ///   - text: a pseudonym of 16 hexadecimal digits, or the upstream's id.
    ///   - game: nil where there is only one.
    /// - Throws: `StorageError.unknownPlayer` where there is none, `.ambiguousPlayer` where the text is both one
    ///   player's pseudonym and another's id, `.gameNotGiven`.
    package func player(_ text: String, of game: GameID?) async throws -> PlayerOfGame {
        let games = try await pool.withConnection { connection in
            try await connection.query("SELECT name FROM game ORDER BY name") { row throws(DatabaseError) in
                GameID(rawValue: try row.text(0))
            }
        }
        guard let game = game ?? (games.count == 1 ? games[0] : nil) else { throw StorageError.gameNotGiven }
        let candidates = [Pseudonym(text), pseudonym(of: PlayerID(text), in: game)].compactMap { $0 }
        var found: Set<Pseudonym> = []
        for candidate in candidates where try await number(of: PlayerOfGame(game: game, player: candidate)) != nil {
            found.insert(candidate)
        }
        if found.count > 1 { throw StorageError.ambiguousPlayer(text) }
        guard let player = found.first else { throw StorageError.unknownPlayer(text, game: game.rawValue) }
        return PlayerOfGame(game: game, player: player)
    }

    /// What history tells of a player.
    ///
    /// - Throws: `StorageError.unknownPlayer`.
    package func traces(of id: PlayerOfGame) async throws -> PlayerTraces {
        guard let number = try await number(of: id) else {
            throw StorageError.unknownPlayer(id.player.description, game: id.game.rawValue)
        }
        let shown = try await boardsShowing(id)
        return try await pool.withConnection { connection in
            var names: Set<Int64> = []
            for stored in shown {
                names.formUnion(
                    try await connection.query(
                        """
                        SELECT DISTINCT name_id FROM player_change
                        WHERE board_id = ? AND player_id = ? AND name_id IS NOT NULL
                        """, [.integer(stored.number), .integer(number)]
                    ) { row throws(DatabaseError) in try row.int64(0) })
            }
            let isKnown = try await connection.query(
                "SELECT upstream_id IS NOT NULL FROM player WHERE id = ?", [.integer(number)]
            ) { row throws(DatabaseError) in try row.bool(0) }
            return PlayerTraces(
                id: id, hasUpstreamID: isKnown.first ?? false,
                names: try await texts(of: names, on: connection).values.sorted(), boards: shown.map(\.board.id))
        }
    }

    /// The boards that have the player in their history, oldest event first; empty for one the store never saw.
    package func boards(showing id: PlayerOfGame) async throws -> [BoardID] {
        try await boardsShowing(id).map(\.board.id)
    }

    /// Their events hold these boards alone.
    private func boardsShowing(_ id: PlayerOfGame) async throws -> [StoredBoard] {
        guard let number = try await number(of: id) else { return [] }
        return try await select(
            """
            WHERE g.name = ? AND EXISTS (SELECT 1 FROM player_change c WHERE c.board_id = b.id AND c.player_id = ?)
            ORDER BY e.starts_at, e.id, b.position
            """, [.text(id.game.rawValue), .integer(number)])
    }

    /// Who was ever called something with the text in it, on the newest boards first.
    ///
    /// Reads the series of all boards: some seconds on a large store.
    ///
    /// - Parameter limit: of those found.
    package func players(named text: String, limit: Int) async throws -> [FoundPlayer] {
        let names = try await pool.withConnection { connection in
            try await connection.query(
                "SELECT id, text FROM player_name WHERE INSTR(text, ?) > 0 ORDER BY CHAR_LENGTH(text), id LIMIT ?",
                [.text(text), .integer(Int64(Self.searchedNames))]
            ) { row throws(DatabaseError) in (id: try row.int64(0), text: try row.text(1)) }
        }
        if names.isEmpty { return [] }
        let texts = Dictionary(names.map { ($0.id, $0.text) }) { first, _ in first }
        let numbers = texts.keys.sorted().map(String.init).joined(separator: ",")
        var found: [FoundPlayer] = []
        for stored in try await boards() where found.count < limit {
            let rows = try await pool.withConnection { connection in
                try await connection.query(
                    """
                    SELECT DISTINCT p.pseudonym, c.name_id FROM player_change c JOIN player p ON p.id = c.player_id
                    WHERE c.board_id = ? AND c.name_id IN (\(numbers))
                    ORDER BY p.pseudonym, c.name_id
                    """, [.integer(stored.number)]
                ) { row throws(DatabaseError) in
                    (player: Pseudonym(value: try row.uint64(0)), name: try row.int64(1))
                }
            }
            for row in rows {
                let one = FoundPlayer(
                    id: PlayerOfGame(game: stored.event.game, player: row.player), name: texts[row.name] ?? "",
                    board: stored.board.id)
                if !found.contains(where: { $0.id == one.id && $0.name == one.name }) { found.append(one) }
            }
        }
        return Array(found.prefix(limit))
    }

    func number(of id: PlayerOfGame) async throws -> Int64? {
        try await pool.withConnection { connection in
            try await connection.query(
                "SELECT p.id FROM player p JOIN game g ON g.id = p.game_id WHERE g.name = ? AND p.pseudonym = ?",
                [.text(id.game.rawValue), .unsigned(id.player.value)]
            ) { row throws(DatabaseError) in try row.int64(0) }
        }.first
    }
}
