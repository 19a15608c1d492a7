import MariaDB
package import Rankings

extension Store {
    /// The newest series of a board that was published: its hash and the sample it was made at; nil before the first.
    package func series(of id: BoardID) async throws -> (sample: Slot, hash: String)? {
        let stored = try await board(id)
        return try await pool.withConnection { connection in
            try await connection.query(
                "SELECT slot, document FROM series WHERE board_id = ?", [.integer(stored.number)]
            ) { row throws(DatabaseError) in
                (sample: Slot(unixMinute: try row.int64(0)), hash: try row.text(1))
            }
        }.first
    }

    /// The days of a board whose documents were published, oldest first.
    package func seriesDays(of id: BoardID) async throws -> [SeriesDay] {
        let stored = try await board(id)
        return try await pool.withConnection { connection in
            try await connection.query(
                "SELECT day, series, names FROM series_day WHERE board_id = ? ORDER BY day", [.integer(stored.number)]
            ) { row throws(DatabaseError) in
                SeriesDay(day: Slot(unixMinute: try row.int64(0)), series: try row.text(1), names: try row.text(2))
            }
        }
    }

    /// Keeps the series that was published, in place of the one before.
    ///
    /// - Parameter newDays: days that are over whose documents were published with it.
    package func saveSeries(of id: BoardID, sample: Slot, hash: String, newDays: [SeriesDay]) async throws {
        let stored = try await board(id)
        try await pool.transaction { connection in
            _ = try await connection.execute(
                "REPLACE INTO series (board_id, slot, document) VALUES (?, ?, ?)",
                [.integer(stored.number), .integer(sample.unixMinute), .text(hash)])
            if newDays.isEmpty { return }
            _ = try await connection.executeBatch(
                "REPLACE INTO series_day (board_id, day, series, names) VALUES (?, ?, ?, ?)",
                [
                    .integers(newDays.map { _ in stored.number }), .integers(newDays.map(\.day.unixMinute)),
                    .texts(newDays.map(\.series)), .texts(newDays.map(\.names)),
                ])
        }
    }

    /// Forgets what was published of a board's series: its players or names are others now.
    package func discardSeries(of id: BoardID) async throws {
        let stored = try await board(id)
        try await pool.transaction { connection in
            for table in ["series", "series_day"] {
                _ = try await connection.execute("DELETE FROM \(table) WHERE board_id = ?", [.integer(stored.number)])
            }
        }
    }
}
