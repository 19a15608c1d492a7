import MariaDB
package import Rankings

extension Store {
    /// The changes of a border, oldest first: what held at `from`, and what changed up to and including `through`.
    ///
    /// - Returns: empty where the rank was never a border of the board.
    package func borderSeries(
        of id: BoardID, rank: Int, from: Slot, through: Slot
    ) async throws -> Series {
        let stored = try await board(id)
        let subject: [Value] = [.integer(stored.number), .integer(Int64(rank))]
        return try await pool.withConnection { connection in
            let points = try await held(
                "SELECT slot, score FROM border_change WHERE board_id = ? AND `rank` = ?", subject, from, through,
                on: connection
            ) { row throws(DatabaseError) in
                Series.Point(
                    slot: max(from, Slot(unixMinute: try row.int64(0))), rank: rank, score: try row.int64OrNil(1))
            }
            return Series(points: points)
        }
    }

    /// The changes of a player's rank, score and name, oldest first: what held at `from`, and what changed up to and
    /// including `through`.
    ///
    /// - Returns: empty where the player was never on the board's list.
    package func playerSeries(
        of id: BoardID, player: Pseudonym, from: Slot, through: Slot
    ) async throws -> Series {
        let stored = try await board(id)
        return try await pool.withConnection { connection in
            let numbers = try await connection.query(
                "SELECT id FROM player WHERE game_id = ? AND pseudonym = ?",
                [.integer(stored.gameNumber), .unsigned(player.value)]
            ) { row throws(DatabaseError) in try row.int64(0) }
            guard let number = numbers.first else { return Series(points: []) }
            let subject: [Value] = [.integer(stored.number), .integer(number)]
            let kept = try await held(
                "SELECT slot, `rank`, score, name_id FROM player_change WHERE board_id = ? AND player_id = ?", subject,
                from, through, on: connection
            ) { row throws(DatabaseError) in
                (
                    slot: Slot(unixMinute: try row.int64(0)), rank: try row.intOrNil(1), score: try row.int64OrNil(2),
                    name: try row.int64OrNil(3)
                )
            }
            let names = try await texts(of: Set(kept.compactMap(\.name)), on: connection)
            return Series(
                points: kept.map { point in
                    Series.Point(
                        slot: max(from, point.slot), rank: point.rank, score: point.score,
                        name: point.name.flatMap { names[$0] })
                })
        }
    }

    /// The row that held when the range begins, then the range itself: both are read in the order of the primary key.
    private func held<Point: Sendable>(
        _ rows: String, _ subject: [Value], _ from: Slot, _ through: Slot, on connection: Connection,
        _ decode: @Sendable (borrowing MariaDB.Row) throws(DatabaseError) -> Point
    ) async throws -> [Point] {
        let before = try await connection.query(
            "\(rows) AND slot <= ? ORDER BY slot DESC LIMIT 1", subject + [.integer(from.unixMinute)], decode)
        let range = try await connection.query(
            "\(rows) AND slot > ? AND slot <= ? ORDER BY slot",
            subject + [.integer(from.unixMinute), .integer(through.unixMinute)], decode)
        return before + range
    }
}
