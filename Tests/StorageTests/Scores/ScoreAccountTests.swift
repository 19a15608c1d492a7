import MariaDB
import Rankings
import Scoring
import TestSupport
import Testing

@testable import Storage

@Suite(.enabled(if: TestDatabase.isAvailable, "needs mariadbd"), .serialized)
struct ScoreAccountTests {
    private static func withAccount(
        _ body: @Sendable (ScoreFixture, Pool) async throws -> Void
    ) async throws {
        try await ScoreFixture.run { fixture async throws in
            var endpoint = fixture.endpoint
            // Users are the server's, and outlive a schema: without a new password it is that of the test before.
            endpoint.password = try await fixture.store.addScoreAccount(host: "localhost", renewsPassword: true)
            endpoint.user = ScoreAccount.name
            let own = endpoint
            let pool = Pool(maximumConnections: 2) { own }
            do {
                try await body(fixture, pool)
                await pool.close()
            } catch {
                await pool.close()
                throw error
            }
        }
    }

    @Test func canDoAllThatTheAPIDoes() async throws {
        try await Self.withAccount { fixture, pool async throws in
            let own = ScoreFixture(
                pool: pool, endpoint: fixture.endpoint, store: Store(pool: pool, pseudonyms: StoreFixture.key))
            try await own.scores.prepare()
            let board = ScoreFixture.board()
            let accepted = try await own.submit(7, of: "ann", on: board, action: ScoreFixture.action(1))
            let list = try await own.scores.list(of: board, at: ScoreFixture.now)
            let top = try await own.scores.top(of: list, limit: 10)
            #expect(accepted.place == 1 && top.entries.map(\.score) == [7])
            #expect(try await own.scores.around(top.entries[0].player, on: list, limit: 3) == top)
            #expect(try await own.scores.history(of: "ann", before: nil, limit: 1).count == 1)
            let limit = RateLimit(perHour: 10, atOnce: 1, block: .seconds(1))
            let (user, address) = (Array(repeating: UInt8(1), count: 16), Array(repeating: UInt8(2), count: 16))
            let admission = try await own.scores.admit(
                subject: "ann", user: user, limit, sender: address, limit, now: ScoreFixture.now)
            #expect(admission == .admitted)
            #expect(
                try await own.scores.note(
                    .tooFast, of: "ann", board: "race", type: "lap", value: nil, now: ScoreFixture.now))
            try await own.scores.countRefusals(1, reason: "x", minute: Slot(containing: ScoreFixture.now))
        }
    }

    private static let forbidden = [
        "UPDATE score_submission SET new_score = 9", "DELETE FROM score_submission", "UPDATE score_entry SET score = 9",
        "INSERT INTO score_tally VALUES (1, 0, 0, 1)", "DELETE FROM score_user", "SELECT COUNT(*) FROM player",
        "SELECT COUNT(*) FROM upstream_session", "DROP TABLE score_entry", "CREATE TABLE mine (id INT)",
        "INSERT INTO score_hidden VALUES (1, '')", "UPDATE score_user SET is_banned = 1", "DELETE FROM score_revision",
        "SELECT COUNT(*) FROM moderation_act", "DELETE FROM score_hidden",
        "DROP PROCEDURE score_accept_3", "SELECT COUNT(*) FROM mysql.user",
    ]

    @Test func canDoNothingElse() async throws {
        try await Self.withAccount { fixture, pool async throws in
            _ = try await fixture.submit(7, of: "ann", on: ScoreFixture.board(), action: ScoreFixture.action(1))
            for statement in Self.forbidden {
                await #expect("\(statement)") {
                    try await pool.withConnection { connection in try await connection.execute(statement) }
                } throws: { error in [1044, 1142, 1370].contains((error as? DatabaseError)?.code) }
            }
        }
    }

    /// Servers that use the account go on while it gets what a newer program needs.
    @Test func anAccountThatIsThereKeepsItsPassword() async throws {
        try await ScoreFixture.run { fixture async throws in
            var endpoint = fixture.endpoint
            endpoint.password = try await fixture.store.addScoreAccount(host: "localhost", renewsPassword: true)
            endpoint.user = ScoreAccount.name
            let own = endpoint
            #expect(try await fixture.store.addScoreAccount(host: "localhost") == nil)
            let pool = Pool(maximumConnections: 1) { own }
            _ = try await ScoreStore(pool: pool).list(of: ScoreFixture.board(), at: ScoreFixture.now)
            await pool.close()
            #expect(try await fixture.store.addScoreAccount(host: "localhost", renewsPassword: true) != nil)
            let refused = Pool(maximumConnections: 1) { own }
            await #expect {
                try await ScoreStore(pool: refused).prepare()
            } throws: { error in
                (error as? DatabaseError)?.isAccessDenied == true
            }
            await refused.close()
        }
    }

    @Test func whatIsMissingIsSaid() async throws {
        try await TestDatabase.withSchema { pool, _ async throws -> Void in
            await #expect(throws: StorageError.scoresNotReady(missing: "the tables of scores")) {
                try await ScoreStore(pool: pool).prepare()
            }
        }
        try await Self.withAccount { fixture, pool async throws in
            try await fixture.pool.withConnection { connection in
                _ = try await connection.run("DROP PROCEDURE score_admit_2")
            }
            await #expect(throws: StorageError.scoresNotReady(missing: "the call score_admit_2")) {
                try await ScoreStore(pool: pool).prepare()
            }
            try await fixture.scores.prepare()
            try await fixture.scores.prepare()
        }
    }
}
