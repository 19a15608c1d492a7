import MariaDB
package import Rankings
import Scoring

extension ScoreStore {
    /// Characters of a reason that are kept.
    private static let longestReason = 255

    /// News that are due to be told to one who is told, what failed least first; none where another process tells them.
    ///
    /// - Parameters:
    ///   - owner: 16 bytes that no other process has.
    ///   - lease: how long no other process tells them.
    package func takeNews(
        for hook: String, owner: [UInt8], atMost limit: Int, now: Instant, lease: Duration
    ) async throws -> [QueuedNews] {
        try await pool.withConnection { connection in
            try await connection.query(
                "CALL \(ScoreRoutine.takeEvents.name)(?, ?, ?, ?, ?)",
                [
                    .text(hook), .bytes(owner), .integer(now.unixMilliseconds),
                    .integer((now + lease).unixMilliseconds), .integer(limit),
                ]
            ) { row throws(DatabaseError) in
                QueuedNews(
                    id: try row.int64(0), kind: ScoreNews.Kind(rawValue: try row.text(1)) ?? .personalBest,
                    achievement: try row.textOrNil(2), board: try row.text(3), version: try row.int(4),
                    period: try row.text(5), title: try row.text(6), scale: try row.int(7),
                    player: Pseudonym(value: try row.uint64(8)), name: try row.text(9), score: try row.int64(10),
                    oldScore: try row.int64OrNil(11), place: try row.int(12), change: try row.int64(13),
                    at: Instant(unixMilliseconds: try row.int64(14)), attempts: try row.int(15),
                    failures: try row.int(16))
            }
        }
    }

    /// Removes what was told.
    ///
    /// - Returns: false where the lease had ended, and another process tells it.
    @discardableResult
    package func noteTold(_ news: QueuedNews, to hook: String, owner: [UInt8]) async throws -> Bool {
        try await call(
            .concludeEvent,
            [.text(hook), .bytes(owner), .integer(news.id), .null, .null, .null, .null, .null]
        ) { row throws(DatabaseError) in try row.bool(0) }
    }

    /// Has tried again what could not be told, and gives up what waits for too long.
    ///
    /// - Parameters:
    ///   - again: when it is told again at the earliest.
    ///   - anyAgain: when anything is.
    ///   - oldest: what was queued by then is given up.
    /// - Returns: how many were given up.
    package func noteFailed(
        _ news: QueuedNews, to hook: String, owner: [UInt8], reason: String, again: Instant, anyAgain: Instant,
        now: Instant, oldest: Instant
    ) async throws -> Int {
        try await call(
            .concludeEvent,
            [
                .text(hook), .bytes(owner), .integer(news.id), .integer(again.unixMilliseconds),
                .integer(anyAgain.unixMilliseconds), .integer(now.unixMilliseconds),
                .integer(oldest.unixMilliseconds), .text(String(reason.unicodeScalars.prefix(Self.longestReason))),
            ]
        ) { row throws(DatabaseError) in try row.int(1) }
    }
}
