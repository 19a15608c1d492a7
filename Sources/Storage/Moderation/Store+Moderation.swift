import MariaDB
package import Rankings
import Scoring

extension Store {
    /// The user of one's own boards whom a moderator means.
    ///
    /// - Parameter text: the 16 hexadecimal digits that lists show, or the token's subject.
    /// - Throws: `StorageError.unknownUser`; `.ambiguousPlayer` where it is one's digits and another's subject.
    package func houseUser(_ text: String) async throws -> HouseUser {
        let found = try await pool.withConnection { connection in
            try await connection.query(
                "SELECT id, player FROM score_user WHERE subject = ? OR player = ?",
                [.bytes(Array(text.utf8)), .optional(Pseudonym(text)?.value)]
            ) { row throws(DatabaseError) in
                HouseUser(number: try row.int64(0), player: Pseudonym(value: try row.uint64(1)))
            }
        }
        if found.count > 1 { throw StorageError.ambiguousPlayer(text) }
        guard let user = found.first else { throw StorageError.unknownUser(text) }
        return user
    }

    /// The same, also of somebody of whom nothing was accepted yet.
    ///
    /// - Parameters:
    ///   - subject: the token's.
    ///   - newPlayer: becomes the user's, where there is none.
    package func houseUser(ofSubject subject: String, newPlayer: Pseudonym) async throws -> HouseUser {
        try await pool.withConnection { connection in
            _ = try await connection.execute(
                "INSERT IGNORE INTO score_user (subject, player, name) VALUES (?, ?, '')",
                [.bytes(Array(subject.utf8)), .unsigned(newPlayer.value)])
        }
        return try await houseUser(subject)
    }

    /// Does what a moderator wants to a user of one's own boards, and writes down who, when and why.
    ///
    /// What is decided is written first, then each list follows in a transaction of its own, the newest first. Done
    /// again after an interruption it finishes what was begun.
    ///
    /// - Returns: how many lists show it.
    /// - Throws: `StorageError.hiddenEverywhere` where one board is to be restored of a user who is hidden on all.
    package func moderate(_ user: HouseUser, _ order: ModerationOrder) async throws -> Int {
        try await pool.transaction { connection in
            // Whoever is about to put the user on another list is waited for, and whoever comes later sees this.
            _ = try await connection.query("SELECT id FROM score_user WHERE id = ? FOR UPDATE", [.integer(user.number)])
            { row throws(DatabaseError) in try row.int64(0) }
            try await Self.decide(user, order, on: connection)
            try await Self.note(order, game: nil, player: user.player, on: connection)
        }
        return try await follow(user, isRenaming: order.kind == .rename, now: order.at)
    }

    private static func decide(_ user: HouseUser, _ order: ModerationOrder, on connection: Connection) async throws {
        let row: [Value] = [.integer(user.number)]
        let board: Value = .text(order.board ?? "")
        switch order.kind {
        case .hide:
            _ = try await connection.execute("INSERT IGNORE INTO score_hidden VALUES (?, ?)", row + [board])
        case .restore where order.board == nil:
            _ = try await connection.execute("DELETE FROM score_hidden WHERE user_id = ?", row)
        case .restore:
            let everywhere = try await connection.query(
                "SELECT 1 FROM score_hidden WHERE user_id = ? AND board = ''", row
            ) { row throws(DatabaseError) in try row.int(0) }
            if !everywhere.isEmpty { throw StorageError.hiddenEverywhere(user.player.description) }
            _ = try await connection.execute("DELETE FROM score_hidden WHERE user_id = ? AND board = ?", row + [board])
        case .ban, .unban:
            _ = try await connection.execute(
                "UPDATE score_user SET is_banned = ? WHERE id = ?", [.integer(order.kind == .ban ? 1 : 0)] + row)
        case .rename:
            _ = try await connection.execute(
                "UPDATE score_user SET shown_name = ? WHERE id = ?", [.optional(order.name)] + row)
        case .dismiss: break
        }
    }

    static func note(
        _ order: ModerationOrder, game: String?, player: Pseudonym, on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            INSERT INTO moderation_act (done_ms, actor, kind, game, board, player, name, reason)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .integer(order.at.unixMilliseconds), .text(order.actor), .text(order.kind.rawValue), .optional(game),
                .optional(order.board), .unsigned(player.value), .optional(order.name), .text(order.reason),
            ])
    }

    /// Has each list that the user is on show what was decided.
    private func follow(_ user: HouseUser, isRenaming: Bool, now: Instant) async throws -> Int {
        let lists = try await pool.withConnection { connection in
            // From the lists' side: there is no index of rows by user.
            try await connection.query(
                """
                SELECT STRAIGHT_JOIN b.id, \(Self.hiding) FROM score_board b
                  JOIN score_entry e ON e.board_id = b.id AND e.user_id = ? JOIN score_user u ON u.id = e.user_id
                WHERE e.is_hidden <> \(Self.hiding) OR (? AND NOT e.is_hidden) ORDER BY b.id DESC
                """, [.integer(user.number), .integer(isRenaming ? 1 : 0)]
            ) { row throws(DatabaseError) in (number: try row.int64(0), hides: try row.bool(1)) }
        }
        for list in lists {
            try await revise(list.number, user: user.number, hides: list.hides, now: now)
        }
        return lists.count
    }

    /// Whether the user `u` is to be hidden on the board `b`.
    static let hiding = """
        (u.is_banned OR EXISTS (SELECT 1 FROM score_hidden h WHERE h.user_id = u.id AND h.board IN ('', b.name)))
        """

    /// Gives a list its next number, and takes the user off it or puts them back: the row is locked as for an action.
    /// What waits to be told of a user who is taken off is not told any more.
    func revise(_ list: Int64, user: Int64, hides: Bool, now: Instant) async throws {
        try await pool.transaction { connection in
            let number = try await Self.nextNumber(of: list, now: now, on: connection)
            let found = try await connection.query(
                "SELECT sort_key, is_hidden FROM score_entry WHERE board_id = ? AND user_id = ? FOR UPDATE",
                [.integer(list), .integer(user)]
            ) { row throws(DatabaseError) in (key: try row.int64(0), isHidden: try row.bool(1)) }
            // The last change is another: whoever decided upon the one before reads again.
            _ = try await connection.execute(
                "UPDATE score_entry SET is_hidden = ?, last_change = ? WHERE board_id = ? AND user_id = ?",
                [.integer(hides ? 1 : 0), .integer(number), .integer(list), .integer(user)])
            if hides {
                _ = try await connection.execute(
                    "DELETE FROM score_event WHERE board_id = ? AND user_id = ?", [.integer(list), .integer(user)])
            }
            for entry in found where entry.isHidden != hides {
                try await Self.count(entry.key, of: list, hides: hides, on: connection)
            }
        }
    }

    /// The number of a change that is no submission.
    static func nextNumber(of list: Int64, now: Instant, on connection: Connection) async throws -> Int64 {
        let at = now.unixMilliseconds
        _ = try await connection.execute(
            """
            UPDATE score_board SET change_number = change_number + 1, changed_ms = GREATEST(COALESCE(changed_ms, ?), ?)
            WHERE id = ?
            """, [.integer(at), .integer(at), .integer(list)])
        _ = try await connection.execute(
            "INSERT INTO score_revision SELECT id, change_number FROM score_board WHERE id = ?", [.integer(list)])
        return try await connection.query(
            "SELECT change_number FROM score_board WHERE id = ? FOR UPDATE", [.integer(list)]
        ) { row throws(DatabaseError) in try row.int64(0) }[0]
    }

    /// Counts a player among those of a list, or no more.
    static func count(_ key: Int64, of list: Int64, hides: Bool, on connection: Connection) async throws {
        for shift in stride(from: 0, through: 48, by: 8) {
            let place: [Value] = [.integer(list), .integer(Int64(shift)), .integer(key >> Int64(shift))]
            guard hides else {
                _ = try await connection.execute(
                    "INSERT INTO score_tally VALUES (?, ?, ?, 1) ON DUPLICATE KEY UPDATE players = players + 1", place)
                continue
            }
            _ = try await connection.execute(
                "UPDATE score_tally SET players = players - 1 WHERE board_id = ? AND shift = ? AND prefix = ?", place)
            _ = try await connection.execute(
                "DELETE FROM score_tally WHERE board_id = ? AND shift = ? AND prefix = ? AND players = 0", place)
        }
    }
}
