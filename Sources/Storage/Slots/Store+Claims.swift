import History
import MariaDB
package import Rankings

extension Store {
    /// The largest latency a row holds, in milliseconds: a clock that is weeks off must not keep a reading out.
    private static let longestLatency = Int64(UInt32.max)

    /// Claims a slot of several boards at once. A claim that has expired by the database's clock without an outcome is
    /// taken over; the epoch then fences its paused owner.
    ///
    /// - Parameter lease: how long the claims hold; at least the time the crawl may take.
    /// - Returns: the claims that were won; boards that another process holds or has concluded are left out.
    package func claim(_ ids: [BoardID], slot: Slot, owner: ClaimOwner, lease: Duration) async throws -> [Claim] {
        var boards: [StoredBoard] = []
        for id in ids { boards.append(try await board(id)) }
        // All processes insert in the same order, so that two of them never wait for each other in a circle.
        boards.sort { $0.number < $1.number }
        let ordered = boards
        return try await pool.transaction { connection in
            var claims: [Claim] = []
            for stored in ordered {
                guard let epoch = try await claim(stored, slot: slot, owner: owner, lease: lease, on: connection) else {
                    continue
                }
                claims.append(Claim(board: stored.board.id, slot: slot, owner: owner, epoch: epoch))
            }
            return claims
        }
    }

    private func claim(
        _ stored: StoredBoard, slot: Slot, owner: ClaimOwner, lease: Duration, on connection: Connection
    ) async throws -> Int? {
        _ = try await connection.execute(
            """
            INSERT INTO slot (board_id, slot, owner, expires_at) VALUES (?, ?, ?, NOW(3) + INTERVAL ? MICROSECOND)
            ON DUPLICATE KEY UPDATE
              epoch = IF(outcome IS NULL AND expires_at <= NOW(3), epoch + 1, epoch),
              owner = IF(outcome IS NULL AND expires_at <= NOW(3), VALUES(owner), owner),
              expires_at = IF(owner = VALUES(owner), VALUES(expires_at), expires_at)
            """,
            [
                .integer(stored.number), .integer(slot.unixMinute), .bytes(owner.bytes),
                .integer(lease.wholeMilliseconds * 1000),
            ])
        return try await connection.query(
            "SELECT epoch FROM slot WHERE board_id = ? AND slot = ? AND owner = ? AND outcome IS NULL",
            [.integer(stored.number), .integer(slot.unixMinute), .bytes(owner.bytes)]
        ) { row throws(DatabaseError) in try row.int(0) }.first
    }

    /// Keeps claims from expiring while their owner works. One that was taken over or concluded meanwhile is left as it
    /// is.
    package func renew(_ claims: [Claim], lease: Duration) async throws {
        for claim in claims {
            let stored = try await board(claim.board)
            try await pool.withConnection { connection in
                _ = try await connection.execute(
                    """
                    UPDATE slot SET expires_at = NOW(3) + INTERVAL ? MICROSECOND
                    WHERE board_id = ? AND slot = ? AND owner = ? AND epoch = ? AND outcome IS NULL
                    """,
                    [
                        .integer(lease.wholeMilliseconds * 1000), .integer(stored.number),
                        .integer(claim.slot.unixMinute), .bytes(claim.owner.bytes), .integer(Int64(claim.epoch)),
                    ])
            }
        }
    }

    /// Whether a slot of any of the boards is claimed and not concluded yet.
    package func isBeingRead(_ ids: [BoardID], slot: Slot) async throws -> Bool {
        for id in ids where try await !openSlots(of: id, from: slot, before: slot + 1).isEmpty { return true }
        return false
    }

    /// Concludes a claimed slot that brought no reading.
    ///
    /// - Throws: `StorageError.fenced` where the claim is another's now.
    package func conclude(_ claim: Claim, as outcome: SlotOutcome) async throws {
        let stored = try await board(claim.board)
        try await pool.transaction { connection in
            try await conclude(claim, of: stored, as: outcome, delta: nil, on: connection)
        }
    }

    /// Makes sure that the claim still holds, and keeps it so, and the board to itself, until the transaction ends.
    ///
    /// - Throws: `StorageError.fenced` where it does not.
    func verify(_ claim: Claim, of stored: StoredBoard, on connection: Connection) async throws {
        let held = try await connection.query(
            """
            SELECT s.epoch FROM board b JOIN slot s ON s.board_id = b.id
            WHERE b.id = ? AND s.slot = ? AND s.owner = ? AND s.epoch = ? AND s.outcome IS NULL FOR UPDATE
            """,
            [
                .integer(stored.number), .integer(claim.slot.unixMinute), .bytes(claim.owner.bytes),
                .integer(Int64(claim.epoch)),
            ]
        ) { row throws(DatabaseError) in try row.int(0) }
        if held.isEmpty {
            throw StorageError.fenced(board: claim.board.description, slot: claim.slot.description)
        }
    }

    /// Gives the claimed slot its outcome, once, and what it keeps of the board where it was seen.
    func conclude(
        _ claim: Claim, of stored: StoredBoard, as outcome: SlotOutcome, delta: SlotDelta?, on connection: Connection
    ) async throws {
        let concluded = try await connection.execute(
            """
            UPDATE slot SET outcome = ?, reason = ?, latency_ms = ?, is_final = ?, base_slot = ?, seen = ?, delta = ?
            WHERE board_id = ? AND slot = ? AND owner = ? AND epoch = ? AND outcome IS NULL
            """,
            [
                .text(outcome.outcome.rawValue), outcome.reason.map { .text(String($0.prefix(255))) } ?? .null,
                outcome.latency.map { .integer($0.wholeMilliseconds.clamped(to: 0...Self.longestLatency)) } ?? .null,
                .integer(delta?.isFinal == true ? 1 : 0), delta.map { .integer($0.base.unixMinute) } ?? .null,
                delta.map { .integer(Int64($0.seen)) } ?? .null, delta?.delta.map { .bytes($0.bytes) } ?? .null,
                .integer(stored.number), .integer(claim.slot.unixMinute), .bytes(claim.owner.bytes),
                .integer(Int64(claim.epoch)),
            ])
        guard concluded.affectedRows == 1 else {
            throw StorageError.fenced(board: claim.board.description, slot: claim.slot.description)
        }
    }
}

extension Int64 {
    fileprivate func clamped(to range: ClosedRange<Int64>) -> Int64 {
        Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
    }
}
