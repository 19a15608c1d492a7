import FoundationEssentials
import MariaDB
package import Rankings
package import Scoring

extension ScoreStore {
    /// The list of the board that an instant falls into; opened by whoever asks first.
    ///
    /// - Throws: `Refusal` before and after an event; `StorageError.changedBoard` where the list was opened with
    ///   another order or scale.
    package func list(of board: HouseBoard, at instant: Instant) async throws -> ScoreList {
        let span = try board.period.span(at: instant)
        return try await open(board, period: span.key, times: span.times)
    }

    /// The list of a period, opened where it is not there.
    func open(_ board: HouseBoard, period: String, times: Range<Instant>?) async throws -> ScoreList {
        let key = ListNumbers.Key(board: board.name, version: board.version, period: period)
        if let number = lists.number(of: key) { return ScoreList(board: board, period: period, number: number) }
        let isLowestFirst = board.order == .lowestFirst
        let opened = try await call(
            .openList,
            [
                .text(board.name), .integer(board.version), .text(period), .text(board.title),
                .integer(isLowestFirst ? 1 : 0), .integer(board.ties == .shared ? 1 : 0),
                .integer(board.isMonotone ? 1 : 0), .integer(board.scale),
                .integer(board.bounds.lowerBound), .optional(times?.lowerBound.unixMilliseconds),
                .optional(times?.upperBound.unixMilliseconds),
            ]
        ) { row throws(DatabaseError) in
            (number: try row.int64(0), isLowestFirst: try row.bool(1), scale: try row.int(2))
        }
        guard opened.isLowestFirst == isLowestFirst, opened.scale == board.scale else {
            throw StorageError.changedBoard(board.name, period: period)
        }
        lists.note(opened.number, of: key)
        return ScoreList(board: board, period: period, number: opened.number)
    }

    /// Makes sure that a board's present list, where there is one, is kept by the board's rules.
    ///
    /// - Throws: `StorageError.changedBoard`.
    package func check(_ board: HouseBoard, at instant: Instant) async throws {
        do { _ = try await list(of: board, at: instant) } catch is Refusal {}
    }

    /// What became of an action that was accepted before, and is on disk; nil where none was.
    ///
    /// - Parameters:
    ///   - action: 16 bytes.
    ///   - subject: whose it is; another's is not found.
    package func accepted(_ action: [UInt8], of subject: String) async throws -> AcceptedScore? {
        try await pool.withConnection { connection in
            let found = try await connection.query(
                """
                SELECT s.new_score, s.place, s.score_delta, s.change_number
                FROM score_submission s JOIN score_user u ON u.id = s.user_id WHERE s.action_id = ? AND u.subject = ?
                """, [.bytes(action), .bytes(Array(subject.utf8))], AcceptedScore.init(row:))
            if !found.isEmpty { try await Self.settle(on: connection) }
            return found.first
        }
    }

    /// Judges an action by what there is of it, and writes it down: on one connection, and without a pause.
    ///
    /// - Parameters:
    ///   - action: 16 bytes.
    ///   - type: of the action.
    ///   - begun: when it began.
    ///   - judge: what is to be written down of a user who stands so, and of what their weighted total is made.
    /// - Returns: the answer the action got, now or before; nil where somebody else came between, and all is to be
    ///   looked at again.
    /// - Throws: what `judge` throws; nothing is written then.
    package func submit(
        _ action: [UInt8], of user: ScoreUser, on list: ScoreList, type: String, begun: Instant,
        judge: @Sendable (ScorePosition, WeightedParts?) throws -> ScoreSubmission
    ) async throws -> AcceptedScore? {
        try await writers.withConnection { connection in
            try await connection.perform { connection in
                switch try Self.find(action, of: user, on: list, type: type, begun: begun, connection) {
                case .accepted(let first): return first
                case .new(let position):
                    let parts = try Self.parts(of: position, on: list, connection)
                    return try Self.accept(try judge(position, parts), at: position, connection)
                }
            }
        }
    }

    /// What there is of an action that is to be judged, as of one moment: the answer it got, or what it is judged by.
    ///
    /// - Parameters:
    ///   - action: 16 bytes.
    ///   - type: of the action.
    ///   - begun: when it began; what was accepted before does not matter to it.
    static func find(
        _ action: [UInt8], of user: ScoreUser, on list: ScoreList, type: String, begun: Instant,
        _ connection: isolated Connection
    ) throws -> FoundAction {
        let found = try connection.query(
            """
            SELECT a.new_score, a.place, a.score_delta, a.change_number, u.id, e.score, e.last_change, u.name,
              u.avatar, (
              SELECT MAX(s.accepted_ms) FROM score_submission s FORCE INDEX (history)
              WHERE s.user_id = u.id AND s.accepted_ms > ? AND s.board_id = ? AND s.action_type = ?),
              u.is_banned, e.is_hidden
            FROM score_user u
              LEFT JOIN score_submission a ON a.action_id = ? AND a.user_id = u.id
              LEFT JOIN score_entry e ON e.board_id = ? AND e.user_id = u.id
            WHERE u.subject = ?
            """,
            [
                .integer(begun.unixMilliseconds), .integer(list.number), .text(type), .bytes(action),
                .integer(list.number), .bytes(Array(user.subject.utf8)),
            ]
        ) { row throws(DatabaseError) in
            if try row.int64OrNil(0) != nil { return FoundAction.accepted(try AcceptedScore(row: row)) }
            return FoundAction.new(try ScorePosition(row: row, from: 4, of: user))
        }.first
        if case .accepted? = found { try settle(on: connection) }
        return found ?? .new(.unknown)
    }

    /// Writes an accepted action down; nil where the position is no longer what it was, or the action was accepted
    /// meanwhile: nothing is done then, and all is to be looked at again.
    static func accept(
        _ submission: ScoreSubmission, at position: ScorePosition, _ connection: isolated Connection
    ) throws -> AcceptedScore? {
        let (list, user) = (submission.list, submission.user)
        let delta = submission.newScore - (position.score ?? list.board.rule.start)
        return try call(
            .accept,
            [
                .integer(list.number), .integer(position.user), .integer(position.isRenamed ? 1 : 0),
                .bytes(Array(user.subject.utf8)),
                .unsigned(submission.newPlayer.value), .text(user.name), .optional(user.avatar),
                .bytes(submission.action), .text(submission.type), .optional(submission.value),
                .integer(submission.points), .integer(position.lastChange), .optional(position.score),
                .optional(position.score.map(list.board.order.sortKey)),
                .integer(submission.newScore), .integer(list.board.order.sortKey(of: submission.newScore)),
                .integer(submission.begun.unixMilliseconds), .integer(submission.accepted.unixMilliseconds),
                .integer(list.board.ties == .shared ? 1 : 0), .integer(delta),
                .integer(position.isHidden ? 1 : 0),
                .optional(try text(of: submission.news.filter { $0.kind != .firstPlace })),
                .optional(try text(of: submission.news.filter { $0.kind == .firstPlace })),
            ], on: connection
        ) { row throws(DatabaseError) in
            guard try row.bool(0) else { return nil }
            return AcceptedScore(
                newScore: submission.newScore, place: try row.int(1), delta: delta, change: try row.int64(2))
        }
    }
}

extension ScoreStore {
    private struct News: Encodable {
        let hook: String
        let kind: String
        let name: String?
    }

    /// As the call takes them; nil of none.
    private static func text(of news: [ScoreNews]) throws -> String? {
        if news.isEmpty { return nil }
        let rows = news.map { News(hook: $0.hook, kind: $0.kind.rawValue, name: $0.name) }
        return String(decoding: try JSONEncoder().encode(rows), as: UTF8.self)
    }
}

extension ScorePosition {
    /// Columns of `find`, from the user's number on.
    fileprivate init(row: borrowing MariaDB.Row, from first: Int, of user: ScoreUser) throws(DatabaseError) {
        let (name, avatar) = (try row.text(first + 3), try row.textOrNil(first + 4))
        let isNamed = name.utf8.elementsEqual(user.name.utf8) && avatar == user.avatar
        self.init(
            user: try row.int64(first), score: try row.int64OrNil(first + 1),
            lastChange: try row.int64OrNil(first + 2) ?? 0, isRenamed: !isNamed,
            lastAccepted: try row.int64OrNil(first + 5).map(Instant.init(unixMilliseconds:)),
            isBanned: try row.bool(first + 6), isHidden: try row.intOrNil(first + 7) ?? 0 != 0)
    }
}

extension AcceptedScore {
    /// Columns new_score, place, score_delta, change_number.
    init(row: borrowing MariaDB.Row) throws(DatabaseError) {
        self.init(
            newScore: try row.int64(0), place: try row.int(1), delta: try row.int64(2), change: try row.int64(3))
    }
}
