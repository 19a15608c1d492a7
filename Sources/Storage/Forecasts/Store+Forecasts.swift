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
            try await insert(
                forecast.borders.map { (forecast.madeAt, $0) }, of: stored, on: connection)
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

    /// All forecasts of a board up to a slot, oldest first.
    package func forecasts(of id: BoardID, through slot: Slot) async throws -> [BoardForecast] {
        let stored = try await board(id)
        let subject: [Value] = [.integer(stored.number), .integer(slot.unixMinute)]
        return try await pool.withConnection { connection in
            let heads = try await connection.query(
                "SELECT slot, model, absence FROM forecast WHERE board_id = ? AND slot <= ? ORDER BY slot", subject
            ) { row throws(DatabaseError) in
                (slot: try row.int64(0), model: try row.text(1), absence: try row.textOrNil(2))
            }
            let borders = try await connection.query(
                """
                SELECT slot, `rank`, q05, q10, q25, q50, q75, q90, q95 FROM forecast_border
                WHERE board_id = ? AND slot <= ? ORDER BY slot, `rank`
                """, subject
            ) { row throws(DatabaseError) in
                (slot: try row.int64(0), border: try BorderForecast(row, from: 1))
            }
            let bySlot = Dictionary(grouping: borders, by: \.slot)
            return heads.map { head in
                BoardForecast(
                    board: id, madeAt: Slot(unixMinute: head.slot), model: head.model,
                    borders: (bySlot[head.slot] ?? []).map(\.border),
                    absence: head.absence.flatMap(ForecastAbsence.init(rawValue:)))
            }
        }
    }

    /// Keeps forecasts of a board that another store made; their files are still to be written. Those of slots that
    /// have one already are left out.
    package func importForecasts(_ forecasts: [BoardForecast], of id: BoardID) async throws {
        let stored = try await board(id)
        try await pool.transaction { connection in
            let known = Set(
                try await connection.query("SELECT slot FROM forecast WHERE board_id = ?", [.integer(stored.number)]) {
                    row throws(DatabaseError) in Slot(unixMinute: try row.int64(0))
                })
            let new = forecasts.filter { !known.contains($0.madeAt) }
            guard !new.isEmpty else { return }
            _ = try await connection.executeBatch(
                "INSERT INTO forecast (board_id, slot, model, absence, document) VALUES (?, ?, ?, ?, '')",
                [
                    .integers(new.map { _ in stored.number }), .integers(new.map(\.madeAt.unixMinute)),
                    .texts(new.map(\.model)), .texts(new.map { $0.absence?.rawValue }),
                ])
            let borders = new.flatMap { forecast in forecast.borders.map { (forecast.madeAt, $0) } }
            if !borders.isEmpty { try await insert(borders, of: stored, on: connection) }
        }
    }

    /// Notes the hash under which an imported forecast is published now.
    package func setDocument(_ document: String, ofForecastAt slot: Slot, on id: BoardID) async throws {
        let stored = try await board(id)
        try await pool.withConnection { connection in
            _ = try await connection.execute(
                "UPDATE forecast SET document = ? WHERE board_id = ? AND slot = ?",
                [.text(document), .integer(stored.number), .integer(slot.unixMinute)])
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
        ) { row throws(DatabaseError) in try BorderForecast(row, from: 0) }
        let forecast = BoardForecast(
            board: stored.board.id, madeAt: head.slot, model: head.model, borders: borders,
            absence: head.absence.flatMap(ForecastAbsence.init(rawValue:)))
        return (forecast, head.document)
    }

    private func insert(
        _ borders: [(madeAt: Slot, border: BorderForecast)], of stored: StoredBoard, on connection: Connection
    ) async throws {
        let leading: [Column] = [
            .integers(borders.map { _ in stored.number }), .integers(borders.map(\.madeAt.unixMinute)),
            .integers(borders.map { Int64($0.border.rank) }),
        ]
        let quantiles: [Column] = Quantiles.levels.indices.map { level in
            .integers(borders.map { $0.border.final.values[level] })
        }
        _ = try await connection.executeBatch(
            """
            INSERT INTO forecast_border (board_id, slot, `rank`, q05, q10, q25, q50, q75, q90, q95)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, leading + quantiles)
    }
}

extension BorderForecast {
    /// Columns rank and the quantiles.
    fileprivate init(_ row: borrowing MariaDB.Row, from column: Int) throws(DatabaseError) {
        var values: [Int64] = []
        for level in Quantiles.levels.indices { values.append(try row.int64(column + 1 + level)) }
        self.init(rank: try row.int(column), final: Quantiles(values: values))
    }
}
