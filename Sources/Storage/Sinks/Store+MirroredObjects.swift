import MariaDB

extension Store {
    /// Whether no object of a place is known.
    ///
    /// - Parameter place: eight bytes that stand for a bucket and what is kept in it how.
    package func hasNoMirroredObjects(at place: [UInt8]) async throws -> Bool {
        try await pool.withConnection { connection in
            try await connection.query(
                "SELECT 1 FROM mirrored_object WHERE place = ? LIMIT 1", [.bytes(place)]
            ) { row throws(DatabaseError) in try row.int64(0) }.isEmpty
        }
    }

    /// The objects of a place whose paths begin with a folder, by path.
    ///
    /// - Parameters:
    ///   - folder: with a slash at the end.
    ///   - excluded: true for all others, whose paths do not begin so.
    package func mirroredObjects(
        at place: [UInt8], in folder: String, excluded: Bool = false
    ) async throws -> [String: [UInt8]] {
        // The bytes after all that begin with the folder: `0` follows `/`.
        let end = folder.dropLast() + "0"
        let condition = excluded ? "NOT (path >= ? AND path < ?)" : "path >= ? AND path < ?"
        return try await pool.withConnection { connection in
            let rows = try await connection.query(
                "SELECT path, digest FROM mirrored_object WHERE place = ? AND \(condition)",
                [.bytes(place), .text(folder), .text(String(end))]
            ) { row throws(DatabaseError) in (path: try row.text(0), digest: try row.bytes(1)) }
            return Dictionary(rows.map { ($0.path, $0.digest) }) { first, _ in first }
        }
    }

    /// Notes objects that a place has.
    package func noteMirroredObjects(_ digests: [String: [UInt8]], at place: [UInt8]) async throws {
        if digests.isEmpty { return }
        let rows = digests.sorted { $0.key < $1.key }
        try await pool.transaction { connection in
            _ = try await connection.executeBatch(
                """
                INSERT INTO mirrored_object (place, path, digest) VALUES (?, ?, ?)
                ON DUPLICATE KEY UPDATE digest = VALUES(digest)
                """, [.bytes(rows.map { _ in place }), .texts(rows.map(\.key)), .bytes(rows.map(\.value))])
        }
    }

    /// Notes that a place has objects no longer.
    package func forgetMirroredObjects(_ paths: [String], at place: [UInt8]) async throws {
        if paths.isEmpty { return }
        try await pool.transaction { connection in
            _ = try await connection.executeBatch(
                "DELETE FROM mirrored_object WHERE place = ? AND path = ?",
                [.bytes(paths.map { _ in place }), .texts(paths)])
        }
    }

    /// Notes that nothing is known of a place.
    package func forgetMirroredObjects(at place: [UInt8]) async throws {
        try await pool.withConnection { connection in
            _ = try await connection.execute("DELETE FROM mirrored_object WHERE place = ?", [.bytes(place)])
        }
    }
}
