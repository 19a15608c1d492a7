import MariaDB
package import Rankings
package import Scoring

extension ScoreStore {
    /// The best of a list.
    ///
    /// - Parameter isSettled: whether all of it has to be on disk, for whom goes on from its number.
    package func top(of list: ScoreList, limit: Int, isSettled: Bool = false) async throws -> TopList {
        try await pool.transaction { connection in
            let entries = try await Self.best(of: list.number, limit: limit, on: connection)
            if isSettled { try await Self.settle(on: connection) }
            return try await Self.list(entries, from: 1, sharedFirst: nil, of: list, on: connection)
        }
    }

    /// A player and those around, in the order of the list; nil where the player is not on it.
    ///
    /// - Parameter limit: with the player; half of them before.
    package func around(_ player: Pseudonym, on list: ScoreList, limit: Int) async throws -> TopList? {
        try await pool.transaction { connection in
            // By the player's own rows: anybody may ask, and from the list's side it would be read to its end.
            let found = try await connection.query(
                """
                SELECT STRAIGHT_JOIN e.sort_key, e.reached, e.score, e.changed_ms, u.player, \(Self.shownColumns)
                FROM score_user u FORCE INDEX (player)
                  JOIN score_entry e FORCE INDEX (PRIMARY) ON e.board_id = ? AND e.user_id = u.id
                WHERE u.player = ? AND NOT e.is_hidden
                """, [.integer(list.number), .unsigned(player.value)], FoundEntry.init(row:))
            guard let own = found.first else { return nil }
            let position: [MariaDB.Value] = [.integer(own.key), .integer(own.key), .integer(own.reached)]
            let before = try await connection.query(
                """
                SELECT \(Self.entryColumns) WHERE e.board_id = ? AND e.is_hidden = FALSE AND e.sort_key <= ?
                  AND (e.sort_key < ? OR e.reached < ?)
                ORDER BY e.sort_key DESC, e.reached DESC LIMIT ?
                """, [.integer(list.number)] + position + [.integer((limit - 1) / 2)], FoundEntry.init(row:))
            let after = try await connection.query(
                """
                SELECT \(Self.entryColumns) WHERE e.board_id = ? AND e.is_hidden = FALSE AND e.sort_key >= ?
                  AND (e.sort_key > ? OR e.reached > ?)
                ORDER BY e.sort_key, e.reached LIMIT ?
                """, [.integer(list.number)] + position + [.integer(limit - 1 - before.count)], FoundEntry.init(row:))
            let entries = before.reversed() + [own] + after
            let better = try await Self.better(than: entries[0].key, on: list, connection)
            let tied = try await Self.tied(before: entries[0], on: list, connection)
            return try await Self.list(
                entries, from: better + tied + 1, sharedFirst: better + 1, of: list, on: connection)
        }
    }

    /// What is shown of a user: what a moderator said instead of their own words, without their picture.
    static let shownColumns = "COALESCE(u.shown_name, u.name), IF(u.shown_name IS NULL, u.avatar, NULL)"

    private static let entryColumns = """
        STRAIGHT_JOIN e.sort_key, e.reached, e.score, e.changed_ms, u.player, \(shownColumns)
        FROM score_entry e FORCE INDEX (standing) JOIN score_user u ON u.id = e.user_id
        """

    static func best(of list: Int64, limit: Int, on connection: Connection) async throws -> [FoundEntry] {
        try await connection.query(
            """
            SELECT \(entryColumns) WHERE e.board_id = ? AND e.is_hidden = FALSE
            ORDER BY e.sort_key, e.reached LIMIT ?
            """,
            [.integer(list), .integer(limit)], FoundEntry.init(row:))
    }

    private static func list(
        _ entries: [FoundEntry], from first: Int, sharedFirst: Int?, of list: ScoreList, on connection: Connection
    ) async throws -> TopList {
        let head = try await connection.query(
            "SELECT change_number, changed_ms FROM score_board WHERE id = ?", [.integer(list.number)]
        ) { row throws(DatabaseError) in (change: try row.int64(0), changed: try row.int64OrNil(1)) }.first
        let places = list.board.ties.places(of: entries.map(\.score), from: first, sharedFirst: sharedFirst)
        return TopList(
            change: head?.change ?? 0, changed: head?.changed.map(Instant.init(unixMilliseconds:)),
            entries: zip(entries, places).map { entry, place in entry.listed(at: place) })
    }

    private static func better(than key: Int64, on list: ScoreList, _ connection: Connection) async throws -> Int {
        try await connection.query(
            "SELECT CAST(COALESCE(SUM(players), 0) AS SIGNED) FROM score_tally WHERE "
                + ScoreRoutine.better("\(list.number)", "\(key)")
        ) { row throws(DatabaseError) in try row.int(0) }[0]
    }

    private static func tied(before entry: FoundEntry, on list: ScoreList, _ connection: Connection) async throws -> Int
    {
        try await connection.query(
            """
            SELECT COUNT(*) FROM score_entry
            WHERE board_id = ? AND is_hidden = FALSE AND sort_key = ? AND reached < ?
            """,
            [.integer(list.number), .integer(entry.key), .integer(entry.reached)]
        ) { row throws(DatabaseError) in try row.int(0) }[0]
    }
}
