import History
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
        let hours = try await pool.withConnection { connection in
            try await held(
                "SELECT hour, changes FROM border_hour WHERE board_id = ? AND `rank` = ?", subject, by: "hour",
                from.hour.unixMinute / 60 - 1, through.hour.unixMinute / 60, on: connection
            ) { row throws(DatabaseError) in
                (hour: Slot(unixMinute: try row.int64(0) * 60), changes: BorderHour(bytes: try row.bytes(1)))
            }
        }
        var points: [Series.Point] = []
        for (hour, kept) in hours {
            for change in try kept.changes(of: hour, on: stored) where change.slot <= through {
                if change.slot <= from { points.removeAll() }
                points.append(Series.Point(slot: max(from, change.slot), rank: rank, score: change.score))
            }
        }
        return Series(points: points)
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
                by: "slot", from.unixMinute, through.unixMinute, on: connection
            ) { row throws(DatabaseError) in
                (
                    slot: Slot(unixMinute: try row.int64(0)), rank: try row.intOrNil(1), score: try row.int64OrNil(2),
                    name: try row.int64OrNil(3)
                )
            }
            let masks = try await nameMasks(on: connection)
            let names = try await texts(of: Set(kept.compactMap(\.name)), on: connection)
            return Series(
                points: kept.map { point in
                    Series.Point(
                        slot: max(from, point.slot), rank: point.rank, score: point.score,
                        name: masks.name(of: number, called: point.name.flatMap { names[$0] }))
                })
        }
    }

    /// The row that held when the range begins, then the range itself: both are read in the order of the primary key.
    private func held<Kept: Sendable>(
        _ rows: String, _ subject: [Value], by time: String, _ from: Int64, _ through: Int64,
        on connection: Connection, _ decode: @Sendable (borrowing MariaDB.Row) throws(DatabaseError) -> Kept
    ) async throws -> [Kept] {
        let before = try await connection.query(
            "\(rows) AND \(time) <= ? ORDER BY \(time) DESC LIMIT 1", subject + [.integer(from)], decode)
        let range = try await connection.query(
            "\(rows) AND \(time) > ? AND \(time) <= ? ORDER BY \(time)",
            subject + [.integer(from), .integer(through)], decode)
        return before + range
    }
}

extension BorderHour {
    /// The changes of an hour that was kept of a board.
    fileprivate func changes(of hour: Slot, on stored: StoredBoard) throws(StorageError) -> [Change] {
        do throws(DamagedDelta) {
            return try changes(of: hour)
        } catch {
            throw StorageError.damaged(
                board: stored.board.id.description, slot: hour.description, problem: error.description)
        }
    }
}
