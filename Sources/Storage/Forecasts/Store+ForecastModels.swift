import MariaDB
package import Rankings

extension Store {
    /// Keeps a version for ever.
    ///
    /// - Parameter model: its number is not looked at.
    /// - Returns: the number it has from now on.
    package func save(_ model: StoredModel) async throws -> Int {
        try await pool.transaction { connection in
            _ = try await connection.execute(
                "INSERT INTO forecast_model (fitted_at, factors, events, score, score_in_use) VALUES (?, ?, ?, ?, ?)",
                [
                    .integer(model.fittedAt.unixMilliseconds), .text(model.factors), .integer(Int64(model.events)),
                    .integer(Int64(model.score)), .integer(Int64(model.scoreInUse)),
                ])
            let number = try await connection.query("SELECT MAX(id) FROM forecast_model") {
                row throws(DatabaseError) in try row.int(0)
            }.first
            guard let number else { throw StorageError.notNumbered(what: "a model") }
            return number
        }
    }

    /// Every version, newest first.
    package func models() async throws -> [StoredModel] {
        try await pool.withConnection { connection in
            try await connection.query(
                "SELECT id, fitted_at, factors, events, score, score_in_use FROM forecast_model ORDER BY id DESC", [],
                StoredModel.init)
        }
    }

    /// The numbers of the versions that were put to use, the one in use first; 0 is the one the program ships with.
    /// Empty where that was never changed.
    package func promotedModels() async throws -> [Int] {
        try await pool.withConnection { connection in
            try await connection.query("SELECT model_id FROM forecast_promotion ORDER BY id DESC") {
                row throws(DatabaseError) in try row.int(0)
            }
        }
    }

    /// The version in use; nil where it is the one the program ships with.
    package func modelInUse() async throws -> StoredModel? {
        try await pool.withConnection { connection in
            try await connection.query(
                """
                SELECT m.id, m.fitted_at, m.factors, m.events, m.score, m.score_in_use FROM forecast_model m
                JOIN (SELECT model_id FROM forecast_promotion ORDER BY id DESC LIMIT 1) newest ON newest.model_id = m.id
                """, [], StoredModel.init)
        }.first
    }

    /// Puts a version to use from now on.
    ///
    /// - Parameter number: 0 is the one the program ships with.
    package func promoteModel(_ number: Int, now: Instant) async throws {
        try await pool.withConnection { connection in
            _ = try await connection.execute(
                "INSERT INTO forecast_promotion (model_id, promoted_at) VALUES (?, ?)",
                [.integer(Int64(number)), .integer(now.unixMilliseconds)])
        }
    }

    /// Takes the newest promotion back.
    ///
    /// - Returns: the number of the version in use now; nil where there was nothing to take back.
    package func rollBackModel() async throws -> Int? {
        try await pool.transaction { connection in
            let newest = try await connection.query(
                "SELECT id, model_id FROM forecast_promotion ORDER BY id DESC LIMIT 2 FOR UPDATE"
            ) { row throws(DatabaseError) in (id: try row.int64(0), model: try row.int(1)) }
            guard let last = newest.first else { return nil }
            _ = try await connection.execute("DELETE FROM forecast_promotion WHERE id = ?", [.integer(last.id)])
            return newest.dropFirst().first?.model ?? 0
        }
    }
}

extension StoredModel {
    /// The columns of `models`.
    fileprivate init(_ row: borrowing MariaDB.Row) throws(DatabaseError) {
        self.init(
            number: try row.int(0), fittedAt: Instant(unixMilliseconds: try row.int64(1)), factors: try row.text(2),
            events: try row.int(3), score: try row.int(4), scoreInUse: try row.int(5))
    }
}
