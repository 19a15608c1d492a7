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
                """
                INSERT IGNORE INTO forecast (board_id, slot, model, absence, caution, document)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                [
                    .integer(stored.number), .integer(forecast.madeAt.unixMinute), .text(forecast.model),
                    forecast.absence.map { .text($0.rawValue) } ?? .null,
                    forecast.caution.map { .text($0.rawValue) } ?? .null, .text(document),
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
                "SELECT slot, model, absence, caution FROM forecast WHERE board_id = ? AND slot <= ? ORDER BY slot",
                subject
            ) { row throws(DatabaseError) in try ForecastHead(row) }
            let borders = try await connection.query(
                """
                SELECT slot, \(BorderForecast.columns) FROM forecast_border
                WHERE board_id = ? AND slot <= ? ORDER BY slot, `rank`
                """, subject
            ) { row throws(DatabaseError) in
                (slot: try row.int64(0), border: try BorderForecast(row, from: 1))
            }
            let bySlot = Dictionary(grouping: borders, by: \.slot)
            return heads.map { head in
                head.forecast(of: id, borders: (bySlot[head.slot.unixMinute] ?? []).map(\.border))
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
                "INSERT INTO forecast (board_id, slot, model, absence, caution, document) VALUES (?, ?, ?, ?, ?, '')",
                [
                    .integers(new.map { _ in stored.number }), .integers(new.map(\.madeAt.unixMinute)),
                    .texts(new.map(\.model)), .texts(new.map { $0.absence?.rawValue }),
                    .texts(new.map { $0.caution?.rawValue }),
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
            "SELECT slot, model, absence, caution, document FROM forecast WHERE board_id = ? AND \(condition)",
            [.integer(stored.number), .integer(slot.unixMinute)]
        ) { row throws(DatabaseError) in (head: try ForecastHead(row), document: try row.text(4)) }
        guard let (head, document) = found.first else { return nil }
        let borders = try await connection.query(
            """
            SELECT \(BorderForecast.columns) FROM forecast_border
            WHERE board_id = ? AND slot = ? ORDER BY `rank`
            """,
            [.integer(stored.number), .integer(head.slot.unixMinute)]
        ) { row throws(DatabaseError) in try BorderForecast(row, from: 0) }
        return (head.forecast(of: stored.board.id, borders: borders), document)
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
        let bases = borders.map(\.border.basis)
        let basis: [Column] = [
            .integers(bases.map { $0?.now }), .integers(bases.map { $0?.linear }),
            .bytes(bases.map { $0?.shape.bytes }),
        ]
        _ = try await connection.executeBatch(
            """
            INSERT INTO forecast_border (board_id, slot, \(BorderForecast.columns))
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, leading + quantiles + basis)
    }
}

extension BorderForecast {
    fileprivate static let columns = "`rank`, q05, q10, q25, q50, q75, q90, q95, present, linear_rule, shape"

    /// The columns of `columns`.
    fileprivate init(_ row: borrowing MariaDB.Row, from column: Int) throws(DatabaseError) {
        var values: [Int64] = []
        for level in Quantiles.levels.indices { values.append(try row.int64(column + 1 + level)) }
        let basis = column + 1 + Quantiles.levels.count
        let (now, linear) = (try row.int64OrNil(basis), try row.int64OrNil(basis + 1))
        let shape = try row.bytesOrNil(basis + 2).flatMap(RestShape.init(bytes:))
        self.init(
            rank: try row.int(column), final: Quantiles(values: values),
            basis: now.flatMap { now in
                linear.flatMap { linear in shape.map { ForecastBasis(now: now, linear: linear, shape: $0) } }
            })
    }
}
