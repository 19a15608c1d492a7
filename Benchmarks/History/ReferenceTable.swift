import MariaDB
import Rankings

/// What the closed site used: one InnoDB table, a row for each rank and minute, with the keys it had.
struct ReferenceTable {
    let pool: Pool

    func create() async throws {
        try await pool.withConnection { connection in
            _ = try await connection.execute(
                """
                CREATE TABLE ranking (
                  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
                  event INT UNSIGNED NOT NULL, type INT UNSIGNED NOT NULL, round INT UNSIGNED NOT NULL,
                  profile_id BIGINT, nickname VARCHAR(255), score BIGINT UNSIGNED, updated BIGINT UNSIGNED,
                  `rank` INT UNSIGNED, word VARCHAR(255), honors VARCHAR(512), cards VARCHAR(1024), date DATETIME,
                  KEY (round), KEY (type), KEY (event), KEY (event, round, profile_id, type, score),
                  KEY (event, round), KEY (profile_id, type), KEY (event, `rank`), KEY (type, round DESC)
                ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4
                """)
        }
    }

    /// Loads rows of many minutes in one transaction.
    func load(_ readings: [(round: Int, reading: Reading)]) async throws {
        let rows = readings.flatMap { round, reading in
            (reading.entries ?? []).map { (round, reading, $0.rank, Int64(decimal: $0.player), $0.name, $0.score) }
                + (reading.borders ?? []).map { (round, reading, $0.rank, Int64($0.rank), "border", $0.score) }
        }
        let columns: [Column] = [
            .integers(rows.map { _ in 1 }), .integers(rows.map { _ in 1 }), .integers(rows.map { Int64($0.0) }),
            .integers(rows.map(\.3)), .texts(rows.map(\.4)), .integers(rows.map(\.5)),
            .integers(rows.map { $0.1.seenAt.unixSeconds }), .integers(rows.map { Int64($0.2) }),
            .texts(rows.map { _ in "よろしくお願いします" }), .texts(rows.map { _ in "[11,204,17]" }),
            .texts(rows.map { _ in #"{"id":1042,"level":60,"master":5,"trained":true}"# }),
            .texts(rows.map { String($0.1.seenAt.description.prefix(19)) }),
        ]
        try await pool.transaction { connection in
            _ = try await connection.executeBatch(
                """
                INSERT INTO ranking (event, type, round, profile_id, nickname, score, updated, `rank`, word, honors,
                  cards, date)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, columns)
        }
    }

    /// The board of a round beside the round an hour before.
    func board(round: Int) async throws -> Int {
        try await pool.withConnection { connection in
            try await connection.query(
                """
                SELECT a.`rank`, a.profile_id, a.nickname, a.score, a.score - b.score FROM ranking a
                LEFT JOIN ranking b ON b.event = a.event AND b.round = a.round - 60 AND b.profile_id = a.profile_id
                  AND b.type = a.type
                WHERE a.event = 1 AND a.round = ? ORDER BY a.`rank`
                """, [.integer(Int64(round))]
            ) { row throws(DatabaseError) in try row.int(0) }.count
        }
    }

    /// The series of a player, or of a border by its rank as number.
    func series(profile: Int64) async throws -> Int {
        try await pool.withConnection { connection in
            try await connection.query(
                "SELECT round, score FROM ranking WHERE profile_id = ? AND type = 1 AND event = 1 ORDER BY round",
                [.integer(profile)]
            ) { row throws(DatabaseError) in (try row.int(0), try row.int64(1)) }.count
        }
    }
}

extension Int64 {
    fileprivate init?(decimal player: PlayerID) { self.init(String(decoding: player.bytes, as: UTF8.self)) }
}
