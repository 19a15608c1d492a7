import MariaDB
import Rankings
import TestSupport
import Testing

@testable import Storage

/// A database of the first schema, with data, is brought to the newest one and says the same as before.
@Suite struct UpgradeTests {
    private static let minutes = 150

    @Test func standingsAreThoseOfBefore() async throws {
        try await TestDatabase.withSchema { pool, _ in
            let store = try await firstSchema(in: pool)
            try await fill(pool)
            let status = try await store.migrate()
            #expect(status.pending == 0)
            let board = StoreFixture.event("sim-1").boards[0].id
            for minute in 0..<Self.minutes {
                let standing = try await store.standing(of: board, at: StoreFixture.firstSlot + minute)
                let seen = minute - minute % 3
                #expect(standing.asOf == StoreFixture.firstSlot + seen)
                #expect(standing.seen == seen / 3 + 1)
                #expect(standing.entries.map(\.score) == scores(minute: seen))
                #expect(standing.entries.map(\.name) == scores(minute: seen).indices.map { "name \($0)" })
                #expect(standing.borders.map(\.score) == (seen < 90 ? [Int64(seen / 30)] : []))
            }
            let outcomes = try await store.outcomes(
                of: board, after: StoreFixture.firstSlot - 1, through: StoreFixture.firstSlot + Self.minutes)
            #expect(outcomes.map(\.outcome) == (0..<Self.minutes).map { $0 % 3 == 0 ? .changed : .missed })
            let tables = try await pool.withConnection { connection in
                try await connection.query("SHOW TABLES") { row throws(DatabaseError) in try row.text(0) }
            }
            #expect(Set(tables).isDisjoint(with: ["entry_change", "key_frame", "slot_1", "slot_2", "border_change"]))
        }
    }

    @Test func interruptedUpgradeGoesOn() async throws {
        try await TestDatabase.withSchema { pool, _ in
            let store = try await firstSchema(in: pool)
            try await fill(pool)
            // The board was rewritten and the tables renamed, then the process died.
            try await store.migrate()
            try await execute("DELETE FROM schema_migration WHERE number >= 2", pool)
            try await store.migrate()
            let board = StoreFixture.event("sim-1").boards[0].id
            #expect(try await store.standing(of: board, at: StoreFixture.firstSlot + 99).entries.count == 3)
        }
    }

    private func scores(minute: Int) -> [Int64] {
        // One player leaves after two hours, which shortens the list.
        (0..<(minute < 120 ? 3 : 2)).map { Int64(1_000 - $0 * 100 + minute / (1 + $0)) }
    }

    private func firstSchema(in pool: Pool) async throws -> Store {
        let store = Store(pool: pool, pseudonyms: StoreFixture.key)
        _ = try await store.schemaStatus()
        for statement in Migration.initial.statements { try await execute(statement, pool) }
        try await execute(
            "INSERT INTO schema_migration VALUES (1, 'initial', '\(Migration.initial.checksum)', NOW(3))", pool)
        try await register(StoreFixture.event("sim-1"), in: pool)
        return store
    }

    /// As the first program did: its tables have fewer columns than this one reads.
    private func register(_ event: Event, in pool: Pool) async throws {
        let times = [event.times.starts, event.times.ends, event.times.announces, event.times.closes]
            .map { String($0.unixMilliseconds) }.joined(separator: ", ")
        try await execute("INSERT INTO game (name) VALUES ('\(event.game)')", pool)
        try await execute(
            """
            INSERT INTO event (game_id, name, upstream_id, title, kind, starts_at, ends_at, announces_at, closes_at)
            VALUES (1, '\(event.id)', '\(event.upstreamID)', '\(event.name)', '\(event.kind)', \(times))
            """, pool)
        try await execute(
            """
            INSERT INTO board (event_id, name, position, title, starts_at, ends_at, announces_at, closes_at,
              is_monotone, scale) VALUES (1, 'main', 0, 'main', \(times), 1, 1)
            """, pool)
    }

    /// Writes rows as the first program did: a whole frame with the first reading of each hour, else what differs.
    private func fill(_ pool: Pool) async throws {
        for player in 0..<3 {
            let pseudonym = StoreFixture.key.pseudonym(of: PlayerID("p\(player)"), in: GameID(rawValue: "sim"))
            try await execute(
                "INSERT INTO player VALUES (\(player + 1), 1, 'p\(player)', \(pseudonym.value))", pool)
            try await execute("INSERT INTO player_name VALUES (\(player + 1), 'name \(player)')", pool)
        }
        var frame: Slot?
        var before: [Int64] = []
        var border: Int64?
        for minute in 0..<Self.minutes {
            let slot = StoreFixture.firstSlot + minute
            guard minute % 3 == 0 else {
                try await execute(
                    "INSERT INTO slot (board_id, slot, outcome, reason) VALUES (1, \(slot.unixMinute), 'missed', 'x')",
                    pool)
                continue
            }
            try await execute(
                """
                INSERT INTO slot (board_id, slot, owner, outcome, latency_ms)
                VALUES (1, \(slot.unixMinute), '3w5e11264sgsf-1y2p0ij32e8e7', 'changed', 9)
                """, pool)
            if frame?.hour != slot.hour {
                try await execute("INSERT INTO key_frame VALUES (1, \(slot.unixMinute))", pool)
                (frame, before, border) = (slot, [], nil)
            }
            let now = scores(minute: minute)
            for place in 0..<max(now.count, before.count) {
                if place < now.count, place >= before.count || before[place] != now[place] {
                    try await execute(
                        """
                        INSERT INTO entry_change VALUES (1, \(slot.unixMinute), \(place), \(place + 1), \(place + 1),
                          \(place + 1), \(now[place]), \(slot.unixMinute))
                        """, pool)
                } else if place >= now.count {
                    try await execute(
                        "INSERT INTO entry_change (board_id, slot, place) VALUES (1, \(slot.unixMinute), \(place))",
                        pool)
                }
            }
            before = now
            let shown: Int64? = minute < 90 ? Int64(minute / 30) : nil
            if shown != border {
                let score = shown.map(String.init) ?? "NULL"
                try await execute(
                    """
                    INSERT INTO border_change VALUES (1, \(slot.unixMinute), 100, \(score), \(slot.unixMinute))
                    """, pool)
            }
            border = shown
        }
    }

    private func execute(_ sql: String, _ pool: Pool) async throws {
        try await pool.withConnection { connection in _ = try await connection.execute(sql) }
    }
}
