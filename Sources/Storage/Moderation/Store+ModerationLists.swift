import MariaDB
import Rankings
import Scoring

extension Store {
    /// What moderators did, newest first.
    package func moderationActs(limit: Int) async throws -> [ModerationAct] {
        try await pool.withConnection { connection in
            try await connection.query(
                """
                SELECT done_ms, actor, kind, game, board, player, name, reason FROM moderation_act
                ORDER BY id DESC LIMIT ?
                """, [.integer(limit)]
            ) { row throws(DatabaseError) in
                ModerationAct(
                    at: Instant(unixMilliseconds: try row.int64(0)), actor: try row.text(1),
                    kind: ModerationKind(rawValue: try row.text(2)) ?? .dismiss, game: try row.textOrNil(3),
                    board: try row.textOrNil(4), player: Pseudonym(value: try row.uint64(5)),
                    name: try row.textOrNil(6), reason: try row.text(7))
            }
        }
    }

    /// Whoever is hidden, banned or renamed, those of crawled games last.
    package func moderatedPlayers() async throws -> [ModeratedPlayer] {
        try await pool.withConnection { connection in
            let own = try await connection.query(
                """
                SELECT u.player, COALESCE(u.shown_name, u.name), u.is_banned, u.shown_name IS NOT NULL,
                  GROUP_CONCAT(h.board ORDER BY h.board SEPARATOR ' '), COUNT(h.board)
                FROM score_user u LEFT JOIN score_hidden h ON h.user_id = u.id
                WHERE u.is_banned OR u.shown_name IS NOT NULL OR h.board IS NOT NULL GROUP BY u.id ORDER BY u.id
                """
            ) { row throws(DatabaseError) in
                let boards = try row.textOrNil(4) ?? ""
                return ModeratedPlayer(
                    game: nil, player: Pseudonym(value: try row.uint64(0)), name: try row.text(1),
                    isBanned: try row.bool(2), isRenamed: try row.bool(3),
                    hiddenOn: try row.int(5) == 0
                        ? [] : boards.split(separator: " ", omittingEmptySubsequences: false).map(String.init))
            }
            let masked = try await connection.query(
                """
                SELECT g.name, p.pseudonym, m.shown FROM name_mask m JOIN player p ON p.id = m.player_id
                  JOIN game g ON g.id = p.game_id ORDER BY g.name, p.pseudonym
                """
            ) { row throws(DatabaseError) in
                let name = try row.textOrNil(2)
                return ModeratedPlayer(
                    game: try row.text(0), player: Pseudonym(value: try row.uint64(1)), name: name, isBanned: false,
                    isRenamed: name != nil, hiddenOn: name == nil ? [""] : [])
            }
            return own + masked
        }
    }
}
