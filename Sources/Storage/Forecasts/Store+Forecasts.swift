import MariaDB
package import Rankings

extension Store {
    /// Keeps a forecast for ever. One that was made for the same slot before stays.
    ///
    /// - Parameter document: the hash under which it is published in full.
    package func save(_ forecast: BoardForecast, document: String) async throws {
        let stored = try await board(forecast.board)
        try await pool.transaction { connection in
            let inserted = try await connection.execute(
                "INSERT IGNORE INTO forecast (board_id, slot, model, absence, document) VALUES (?, ?, ?, ?, ?)",
                [
                    .integer(stored.number), .integer(forecast.madeAt.unixMinute), .text(forecast.model),
                    forecast.absence.map { .text($0.rawValue) } ?? .null, .text(document),
                ])
            guard inserted.affectedRows == 1, !forecast.borders.isEmpty else { return }
            let leading: [Column] = [
                .integers(forecast.borders.map { _ in stored.number }),
                .integers(forecast.borders.map { _ in forecast.madeAt.unixMinute }),
                .integers(forecast.borders.map { Int64($0.rank) }),
            ]
            let quantiles: [Column] = Quantiles.levels.indices.map { level in
                .integers(forecast.borders.map { $0.final.values[level] })
            }
            _ = try await connection.executeBatch(
                """
                INSERT INTO forecast_border (board_id, slot, `rank`, q05, q10, q25, q50, q75, q90, q95)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, leading + quantiles)
        }
    }

    /// The slot of the newest forecast; nil before the first.
    package func newestForecastSlot(of id: BoardID) async throws -> Slot? {
        let stored = try await board(id)
        return try await pool.withConnection { connection in
            try await connection.query("SELECT MAX(slot) FROM forecast WHERE board_id = ?", [.integer(stored.number)]) {
                row throws(DatabaseError) in try row.int64OrNil(0)
            }
        }.first?.map(Slot.init(unixMinute:))
    }

    /// The hashes of the documents of all forecasts made after the slot.
    package func documents(of id: BoardID, after slot: Slot) async throws -> Set<String> {
        let stored = try await board(id)
        return Set(
            try await pool.withConnection { connection in
                try await connection.query(
                    "SELECT document FROM forecast WHERE board_id = ? AND slot > ?",
                    [.integer(stored.number), .integer(slot.unixMinute)]
                ) { row throws(DatabaseError) in try row.text(0) }
            })
    }

    /// The newest forecast made at or before the slot, with the hash of its document; nil before the first.
    package func forecast(
        of id: BoardID, at slot: Slot
    ) async throws -> (forecast: BoardForecast, document: String)? {
        let stored = try await board(id)
        return try await pool.withConnection { connection in
            try await forecast(
                of: stored, "slot <= ? ORDER BY slot DESC LIMIT 1", slot: slot, on: connection)
        }
    }

    /// The forecast made exactly for the slot.
    func forecast(
        of stored: StoredBoard, madeAt slot: Slot, on connection: Connection
    ) async throws -> (forecast: BoardForecast, document: String)? {
        try await forecast(of: stored, "slot = ?", slot: slot, on: connection)
    }

    private func forecast(
        of stored: StoredBoard, _ condition: String, slot: Slot, on connection: Connection
    ) async throws -> (forecast: BoardForecast, document: String)? {
        let found = try await connection.query(
            "SELECT slot, model, absence, document FROM forecast WHERE board_id = ? AND \(condition)",
            [.integer(stored.number), .integer(slot.unixMinute)]
        ) { row throws(DatabaseError) in
            (
                slot: Slot(unixMinute: try row.int64(0)), model: try row.text(1), absence: try row.textOrNil(2),
                document: try row.text(3)
            )
        }
        guard let head = found.first else { return nil }
        let borders = try await connection.query(
            """
            SELECT `rank`, q05, q10, q25, q50, q75, q90, q95 FROM forecast_border
            WHERE board_id = ? AND slot = ? ORDER BY `rank`
            """,
            [.integer(stored.number), .integer(head.slot.unixMinute)]
        ) { row throws(DatabaseError) in
            var values: [Int64] = []
            for column in 1...Quantiles.levels.count { values.append(try row.int64(column)) }
            return BorderForecast(rank: try row.int(0), final: Quantiles(values: values))
        }
        let forecast = BoardForecast(
            board: stored.board.id, madeAt: head.slot, model: head.model, borders: borders,
            absence: head.absence.flatMap(ForecastAbsence.init(rawValue:)))
        return (forecast, head.document)
    }
}
