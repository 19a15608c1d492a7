import MariaDB
import Rankings
import Scoring
import TestSupport

@testable import Storage

/// The lists of scores on a schema of their own.
struct ScoreFixture {
    static let now = Instant(unixSeconds: 1_763_700_000)

    let pool: Pool
    let endpoint: Endpoint
    let store: Store
    var scores: ScoreStore { store.scores }

    static func run<Value: Sendable>(
        connections: Int = TestDatabase.defaultMaximumConnections,
        _ body: @Sendable (ScoreFixture) async throws -> Value
    ) async throws -> Value {
        try await TestDatabase.withSchema(maximumConnections: connections) { pool, endpoint in
            let store = Store(pool: pool, pseudonyms: StoreFixture.key)
            try await store.migrate()
            try await store.scores.prepare()
            return try await body(ScoreFixture(pool: pool, endpoint: endpoint, store: store))
        }
    }

    static func board(
        _ name: String = "race", rule: ScoreRule = .sum, order: ScoreOrder = .highestFirst,
        ties: TieRule = .earliestFirst
    ) -> HouseBoard {
        HouseBoard(
            name: name, title: name, rule: rule, order: order, ties: ties, bounds: ScoreLimits.scores,
            actions: [ActionType(name: "lap", points: .value(ScoreLimits.scores))])
    }

    static func user(_ subject: String) -> ScoreUser {
        ScoreUser(subject: subject, name: "name of \(subject)", avatar: nil)
    }

    static func action(_ number: Int) -> [UInt8] {
        withUnsafeBytes(of: (UInt64(0), UInt64(number).bigEndian)) { Array($0) }
    }

    /// Reads, decides and accepts, as often as somebody else comes between.
    func submit(
        _ points: Int64, of user: String, on board: HouseBoard, action: [UInt8], at instant: Instant = now
    ) async throws -> AcceptedScore {
        let list = try await scores.list(of: board, at: instant)
        while true {
            let accepted = try await scores.submit(
                action, of: Self.user(user), on: list, type: "lap", begun: Self.now
            ) { position, _ in
                ScoreSubmission(
                    list: list, user: Self.user(user), newPlayer: Pseudonym(value: .random(in: .min ... .max)),
                    action: action, type: "lap", value: points, points: points,
                    newScore: try board.score(after: position.score, points: points), begun: instant,
                    accepted: instant)
            }
            if let accepted { return accepted }
        }
    }

    // What a submission is made of, one by one: for those who come between.

    func position(of user: String, on list: ScoreList, begun: Instant = now) async throws -> ScorePosition {
        try await position(of: Self.user(user), on: list, begun: begun)
    }

    func position(
        of user: ScoreUser, on list: ScoreList, type: String = "lap", begun: Instant = now
    ) async throws -> ScorePosition {
        let found = try await perform { connection in
            try ScoreStore.find(Self.action(.max), of: user, on: list, type: type, begun: begun, connection)
        }
        guard case .new(let position) = found else { preconditionFailure("no test accepts that action") }
        return position
    }

    func parts(of position: ScorePosition, on list: ScoreList) async throws -> WeightedParts? {
        try await perform { connection in try ScoreStore.parts(of: position, on: list, connection) }
    }

    func accept(_ submission: ScoreSubmission, at position: ScorePosition) async throws -> AcceptedScore? {
        try await perform { connection in try ScoreStore.accept(submission, at: position, connection) }
    }

    private func perform<Value: Sendable>(
        _ body: @Sendable (isolated Connection) throws -> Value
    ) async throws -> Value {
        try await pool.withConnection { connection in try await connection.perform(body) }
    }

    func count(_ sql: String) async throws -> Int {
        try await pool.withConnection { connection in
            try await connection.query(sql) { row throws(DatabaseError) in try row.int(0) }
        }[0]
    }
}
