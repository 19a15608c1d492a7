import MariaDB
package import Rankings
package import Scoring

extension ScoreStore {
    /// Refused submissions that are kept of one user in an hour; more would only repeat what these say.
    private static let refusalsPerHour = 60
    /// How long they are kept.
    private static let refusalsKept = Duration.seconds(30 * 86_400)
    /// How long it is kept how many were refused in a minute.
    private static let countsKeptMinutes: Int64 = 400 * 1_440

    /// Counts an action against its user and whoever sent it.
    ///
    /// - Parameters:
    ///   - subject: the user's.
    ///   - user: 16 bytes that stand for the user.
    ///   - sender: 16 bytes that stand for the address or the server.
    package func admit(
        subject: String, user: [UInt8], _ userLimit: RateLimit, sender: [UInt8], _ senderLimit: RateLimit,
        now: Instant
    ) async throws -> Admission {
        let wait = try await call(
            .admit,
            [
                .integer(now.unixMilliseconds), .bytes(user), .integer(userLimit.intervalMilliseconds),
                .integer(userLimit.slackMilliseconds), .bytes(sender), .integer(senderLimit.intervalMilliseconds),
                .integer(senderLimit.slackMilliseconds), .integer(userLimit.block.wholeMilliseconds),
                .bytes(Array(subject.utf8)),
            ]
        ) { row throws(DatabaseError) in try row.int64(0) }
        if wait < 0 { return .banned }
        return wait == 0 ? .admitted : .blocked(for: .milliseconds(wait))
    }

    /// Uses up a nonce.
    ///
    /// - Parameters:
    ///   - nonce: 16 bytes that stand for it and the key it came with.
    ///   - until: when it is refused by its time.
    /// - Returns: false where it was used before.
    package func use(nonce: [UInt8], until: Instant, now: Instant) async throws -> Bool {
        try await call(
            .useNonce,
            [.bytes(nonce), .integer(until.unixMilliseconds), .integer(now.unixMilliseconds)]
        ) { row throws(DatabaseError) in try row.bool(0) }
    }

    /// Keeps a refused submission of a user of whom something was accepted before.
    ///
    /// - Returns: whether it was kept; not where the user is not known, or has many of late.
    package func note(
        _ refusal: Refusal, of subject: String, board: String, type: String, value: Int64?, now: Instant
    ) async throws -> Bool {
        try await call(
            .noteRefusal,
            [
                .bytes(Array(subject.utf8)), .text(board), .text(type), .optional(value), .text(refusal.rawValue),
                .integer(now.unixMilliseconds), .integer(Self.refusalsPerHour),
                .integer((now - Self.refusalsKept).unixMilliseconds),
            ]
        ) { row throws(DatabaseError) in try row.bool(0) }
    }

    /// Removes senders that count no more and refusals that are too old, a thousand of each at most.
    package func forget(now: Instant) async throws {
        try await pool.withConnection { connection in
            _ = try await connection.execute(
                "CALL \(ScoreRoutine.forget.name)(?, ?)",
                [.integer(now.unixMilliseconds), .integer((now - Self.refusalsKept).unixMilliseconds)])
        }
    }

    /// Adds to how many were refused in a minute.
    package func countRefusals(_ count: Int, reason: String, minute: Slot) async throws {
        try await pool.withConnection { connection in
            _ = try await connection.execute(
                "CALL \(ScoreRoutine.countRefusals.name)(?, ?, ?, ?)",
                [
                    .integer(minute.unixMinute), .text(reason), .integer(count),
                    .integer(minute.unixMinute - Self.countsKeptMinutes),
                ])
        }
    }
}
