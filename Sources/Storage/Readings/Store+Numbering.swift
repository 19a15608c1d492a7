import MariaDB
import Rankings

extension Store {
    /// How many values one look-up carries: a whole board, so that each look-up is one statement.
    private static let batch = 128

    /// The store's numbers of the players, made where they are new. Runs outside any transaction: a number stays even
    /// where the reading is not recorded in the end.
    func number(
        _ players: [PlayerID], of stored: StoredBoard, on connection: Connection
    ) async throws -> [PlayerID: Int64] {
        let game = Int(stored.gameNumber)
        var known: [PlayerID: Int64] = numbers.read { tables in
            var known: [PlayerID: Int64] = [:]
            for player in players { known[player] = tables.players[.init(game: game, player: player)] }
            return known
        }
        let new = Set(players).subtracting(known.keys).sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
        if new.isEmpty { return known }
        var found = try await numbers(of: new, in: stored, on: connection)
        let unknown = new.filter { found[$0] == nil }
        found.merge(try await forgottenNumbers(of: unknown, in: stored, on: connection)) { first, _ in first }
        let missing = new.filter { found[$0] == nil }
        if !missing.isEmpty {
            _ = try await connection.executeBatch(
                "INSERT IGNORE INTO player (game_id, upstream_id, pseudonym) VALUES (?, ?, ?)",
                [
                    .integers(missing.map { _ in stored.gameNumber }), .bytes(missing.map(\.bytes)),
                    .unsigned(missing.map { pseudonyms.pseudonym(of: $0, in: stored.event.game).value }),
                ])
            found.merge(try await numbers(of: missing, in: stored, on: connection)) { first, _ in first }
            let since = missing.filter { found[$0] == nil }
            found.merge(try await forgottenNumbers(of: since, in: stored, on: connection)) { first, _ in first }
            let imported = since.filter { found[$0] == nil }
            if !imported.isEmpty {
                try await recognise(imported, of: stored, on: connection)
                found.merge(try await numbers(of: imported, in: stored, on: connection)) { first, _ in first }
            }
        }
        for player in new where found[player] == nil {
            throw StorageError.notNumbered(what: "a player of \(stored.event.game)")
        }
        let numbered = found
        numbers.update { tables in
            for (player, number) in numbered { tables.players[.init(game: game, player: player)] = number }
        }
        known.merge(numbered) { first, _ in first }
        return known
    }

    /// Gives players that were known by their pseudonyms alone, from a dump, the ids they turned out to have.
    private func recognise(_ players: [PlayerID], of stored: StoredBoard, on connection: Connection) async throws {
        _ = try await connection.executeBatch(
            """
            UPDATE player SET upstream_id = ? WHERE game_id = ? AND pseudonym = ? AND upstream_id IS NULL
              AND NOT EXISTS (SELECT 1 FROM forgotten_player f WHERE f.player_id = player.id)
            """,
            [
                .bytes(players.map(\.bytes)), .integers(players.map { _ in stored.gameNumber }),
                .unsigned(players.map { pseudonyms.pseudonym(of: $0, in: stored.event.game).value }),
            ])
    }

    /// The store's numbers of players of whom a dump says no more than the pseudonym, made where they are new.
    func number(
        _ players: [Pseudonym], of stored: StoredBoard, on connection: Connection
    ) async throws -> [Pseudonym: Int64] {
        let players = players.sorted()
        var found = try await numbers(of: players, in: stored, on: connection)
        let missing = players.filter { found[$0] == nil }
        if missing.isEmpty { return found }
        _ = try await connection.executeBatch(
            "INSERT IGNORE INTO player (game_id, pseudonym) VALUES (?, ?)",
            [.integers(missing.map { _ in stored.gameNumber }), .unsigned(missing.map(\.value))])
        found.merge(try await numbers(of: missing, in: stored, on: connection)) { first, _ in first }
        return found
    }

    private func numbers(
        of players: [Pseudonym], in stored: StoredBoard, on connection: Connection
    ) async throws -> [Pseudonym: Int64] {
        let pairs = try await lookUp(
            "SELECT pseudonym, id FROM player", where: "game_id = \(stored.gameNumber) AND pseudonym",
            players.map { .unsigned($0.value) }, on: connection
        ) { row throws(DatabaseError) in (Pseudonym(value: try row.uint64(0)), try row.int64(1)) }
        return Dictionary(pairs) { first, _ in first }
    }

    /// The store's numbers of the names, made where they are new; also outside any transaction.
    func number(_ names: [NameBytes], on connection: Connection) async throws -> [NameBytes: Int64] {
        var known = numbers.read { tables in
            var known: [NameBytes: Int64] = [:]
            for name in names { known[name] = tables.names[name] }
            return known
        }
        let new = Set(names).subtracting(known.keys).sorted()
        if new.isEmpty { return known }
        var found = try await numbers(ofNames: new, on: connection)
        let missing = new.filter { found[$0] == nil }
        if !missing.isEmpty {
            _ = try await connection.executeBatch(
                "INSERT IGNORE INTO player_name (text) VALUES (?)", [.texts(missing.map(\.text))])
            found.merge(try await numbers(ofNames: missing, on: connection)) { first, _ in first }
        }
        for name in new where found[name] == nil { throw StorageError.notNumbered(what: "a player's name") }
        let numbered = found
        numbers.update { tables in tables.names.merge(numbered) { first, _ in first } }
        known.merge(numbered) { first, _ in first }
        return known
    }

    func pseudonyms(of players: Set<Int64>, on connection: Connection) async throws -> [Int64: Pseudonym] {
        var known = numbers.read { tables in
            var known = [Int64: Pseudonym](minimumCapacity: players.count)
            for player in players { known[player] = tables.pseudonyms[player] }
            return known
        }
        if known.count == players.count { return known }
        let new = players.subtracting(known.keys).sorted()
        let pairs = try await lookUp(
            "SELECT id, pseudonym FROM player", where: "id", new.map { .integer($0) }, on: connection
        ) { row throws(DatabaseError) in (try row.int64(0), Pseudonym(value: try row.uint64(1))) }
        numbers.update { tables in
            for (number, pseudonym) in pairs { tables.pseudonyms[number] = pseudonym }
        }
        known.merge(pairs) { first, _ in first }
        return known
    }

    func texts(of names: Set<Int64>, on connection: Connection) async throws -> [Int64: String] {
        var known = numbers.read { tables in
            var known = [Int64: String](minimumCapacity: names.count)
            for name in names { known[name] = tables.texts[name] }
            return known
        }
        if known.count == names.count { return known }
        let new = names.subtracting(known.keys).sorted()
        let pairs = try await lookUp(
            "SELECT id, text FROM player_name", where: "id", new.map { .integer($0) }, on: connection
        ) { row throws(DatabaseError) in (try row.int64(0), try row.text(1)) }
        numbers.update { tables in
            for (number, text) in pairs { tables.texts[number] = text }
        }
        known.merge(pairs) { first, _ in first }
        return known
    }

    private func numbers(
        of players: [PlayerID], in stored: StoredBoard, on connection: Connection
    ) async throws -> [PlayerID: Int64] {
        let pairs = try await lookUp(
            "SELECT upstream_id, id FROM player", where: "game_id = \(stored.gameNumber) AND upstream_id",
            players.map { .bytes($0.bytes) }, on: connection
        ) { row throws(DatabaseError) in (PlayerID(bytes: try row.bytes(0)), try row.int64(1)) }
        return Dictionary(pairs) { first, _ in first }
    }

    /// Of players the store knows by their pseudonyms alone.
    private func forgottenNumbers(
        of players: [PlayerID], in stored: StoredBoard, on connection: Connection
    ) async throws -> [PlayerID: Int64] {
        if players.isEmpty { return [:] }
        let byPseudonym = Dictionary(
            players.map { (pseudonyms.pseudonym(of: $0, in: stored.event.game).value, $0) }
        ) { first, _ in first }
        let found = try await lookUp(
            "SELECT p.pseudonym, p.id FROM forgotten_player f JOIN player p ON p.id = f.player_id",
            where: "p.game_id = \(stored.gameNumber) AND p.pseudonym", byPseudonym.keys.sorted().map { .unsigned($0) },
            on: connection
        ) { row throws(DatabaseError) in (try row.uint64(0), try row.int64(1)) }
        numbers.update { $0.forgotten.formUnion(found.map(\.1)) }
        return Dictionary(
            found.compactMap { pseudonym, number in byPseudonym[pseudonym].map { ($0, number) } }
        ) { first, _ in first }
    }

    private func numbers(ofNames names: [NameBytes], on connection: Connection) async throws -> [NameBytes: Int64] {
        let pairs = try await lookUp(
            "SELECT text, id FROM player_name", where: "text", names.map { .text($0.text) }, on: connection
        ) { row throws(DatabaseError) in (NameBytes(try row.text(0)), try row.int64(1)) }
        return Dictionary(pairs) { first, _ in first }
    }

    /// Runs `SELECT … WHERE … IN (…)` over all values, always with the same number of them, so that one prepared
    /// statement serves.
    func lookUp<Found: Sendable>(
        _ select: String, where column: String, _ values: [Value], _ suffix: String = "", on connection: Connection,
        _ decode: @Sendable (borrowing MariaDB.Row) throws(DatabaseError) -> Found
    ) async throws -> [Found] {
        let places = Array(repeating: "?", count: Self.batch).joined(separator: ",")
        let statement = "\(select) WHERE \(column) IN (\(places)) \(suffix)"
        var found: [Found] = []
        for start in stride(from: 0, to: values.count, by: Self.batch) {
            var chunk = Array(values[start..<min(start + Self.batch, values.count)])
            chunk += Array(repeating: chunk[0], count: Self.batch - chunk.count)
            found += try await connection.query(statement, chunk, decode)
        }
        return found
    }
}
