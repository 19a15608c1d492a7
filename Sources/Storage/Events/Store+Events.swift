import MariaDB
package import Rankings

extension Store {
    /// Adds the events and boards that are new and takes over what the upstream changed about known ones: names,
    /// times and whether scores never fall. The scale stays: what is recorded is counted in it. A board that was
    /// settled stays so.
    ///
    /// - Returns: the events that were known and differ now; their pages are to be made again.
    @discardableResult
    package func register(_ events: [Event]) async throws -> [EventID] {
        if events.isEmpty { return [] }
        var changed: [EventID] = []
        let known = Dictionary(grouping: try await boards(), by: \.event.id)
        for event in events where known[event.id]?.first?.event != event {
            try await pool.transaction { connection in
                let game = try await number(of: event.game, on: connection)
                try await upsert(event, game: game, on: connection)
            }
            if known[event.id] != nil { changed.append(event.id) }
        }
        numbers.update { $0.boards = [:] }
        return changed
    }

    /// Every board of every event, newest event first, boards in their order.
    package func boards() async throws -> [StoredBoard] {
        try await select("ORDER BY e.starts_at DESC, e.id DESC, b.position", [])
    }

    /// Boards that have started and are not settled, oldest event first.
    package func openBoards(at instant: Instant) async throws -> [StoredBoard] {
        let boards = try await select(
            """
            WHERE e.id IN (SELECT event_id FROM board WHERE is_settled = 0 AND starts_at <= ?)
            ORDER BY e.starts_at, e.id, b.position
            """,
            [.integer(instant.unixMilliseconds)])
        return boards.filter { !$0.isSettled && $0.board.times.starts <= instant }
    }

    /// - Throws: `StorageError.unknownBoard`.
    package func board(_ id: BoardID) async throws -> StoredBoard {
        if let known = numbers.read({ $0.boards[id] }) { return known }
        let found = try await select(
            "WHERE e.name = ? ORDER BY b.position", [.text(id.event.rawValue)])
        numbers.update { tables in
            for stored in found { tables.boards[stored.board.id] = stored }
        }
        guard let stored = found.first(where: { $0.board.id == id }) else {
            throw StorageError.unknownBoard(id.description)
        }
        return stored
    }

    /// Marks a board as over for good.
    package func settle(_ id: BoardID) async throws {
        let stored = try await board(id)
        try await pool.withConnection { connection in
            _ = try await connection.execute(
                "UPDATE board SET is_settled = 1 WHERE id = ?", [.integer(stored.number)])
        }
        numbers.update { $0.boards[id] = nil }
    }

    /// When the game's list of events was last read; nil before the first time.
    package func eventsReadAt(of game: GameID) async throws -> Instant? {
        try await pool.withConnection { connection in
            try await connection.query("SELECT events_read_at FROM game WHERE name = ?", [.text(game.rawValue)]) {
                row throws(DatabaseError) in try row.int64OrNil(0)
            }
        }.first?.map(Instant.init(unixMilliseconds:))
    }

    /// Remembers that the game's list of events was read at the instant.
    package func noteEventsRead(of game: GameID, at instant: Instant) async throws {
        try await pool.withConnection { connection in
            _ = try await connection.execute(
                "INSERT INTO game (name, events_read_at) VALUES (?, ?) ON DUPLICATE KEY UPDATE events_read_at = ?",
                [.text(game.rawValue), .integer(instant.unixMilliseconds), .integer(instant.unixMilliseconds)])
        }
    }

    /// The store's number of a game, made where it is new.
    func number(of game: GameID, on connection: Connection) async throws -> Int64 {
        _ = try await connection.execute("INSERT IGNORE INTO game (name) VALUES (?)", [.text(game.rawValue)])
        let found = try await connection.query("SELECT id FROM game WHERE name = ?", [.text(game.rawValue)]) {
            row throws(DatabaseError) in try row.int64(0)
        }
        guard let number = found.first else { throw StorageError.notNumbered(what: "game \(game)") }
        return number
    }

    private func upsert(_ event: Event, game: Int64, on connection: Connection) async throws {
        let times = event.times.values
        _ = try await connection.execute(
            """
            INSERT INTO event (game_id, name, upstream_id, title, kind, starts_at, ends_at, announces_at, closes_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE title = VALUES(title), kind = VALUES(kind), starts_at = VALUES(starts_at),
              ends_at = VALUES(ends_at), announces_at = VALUES(announces_at), closes_at = VALUES(closes_at)
            """,
            [
                .integer(game), .text(event.id.rawValue), .bytes(Array(event.upstreamID.utf8)), .text(event.name),
                .text(event.kind),
            ] + times)
        for (position, board) in event.boards.enumerated() {
            _ = try await connection.execute(
                """
                INSERT INTO board (event_id, name, position, title, starts_at, ends_at, announces_at, closes_at,
                  is_monotone, scale)
                SELECT id, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM event WHERE name = ?
                ON DUPLICATE KEY UPDATE position = VALUES(position), title = VALUES(title),
                  starts_at = VALUES(starts_at), ends_at = VALUES(ends_at), announces_at = VALUES(announces_at),
                  closes_at = VALUES(closes_at), is_monotone = VALUES(is_monotone)
                """,
                [.text(board.id.name), .integer(Int64(position)), .text(board.title)] + board.times.values
                    + [
                        .integer(board.rules.isMonotone ? 1 : 0), .integer(Int64(board.rules.scale)),
                        .text(event.id.rawValue),
                    ])
        }
    }
}

extension EventTimes {
    /// The four instants as Unix milliseconds, in the order of the columns.
    fileprivate var values: [Value] {
        [starts, ends, announces, closes].map { .integer($0.unixMilliseconds) }
    }
}
