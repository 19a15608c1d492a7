import MariaDB
import Rankings
import Scoring
import TestSupport
import Testing

@testable import Storage

@Suite(.enabled(if: TestDatabase.isAvailable, "needs mariadbd"))
struct ScoreLimitTests {
    private static let limit = RateLimit(perHour: 10, atOnce: 4, block: .seconds(300))
    private static let wide = RateLimit(perHour: 1_000, atOnce: 1_000, block: .seconds(300))
    private static let now = ScoreFixture.now

    private static func sender(_ number: UInt8) -> [UInt8] { Array(repeating: number, count: 16) }

    @Test func whoeverDoesTooMuchIsBlockedForAWhile() async throws {
        try await ScoreFixture.run { fixture async throws in
            func admit(after: Duration) async throws -> Admission {
                try await fixture.scores.admit(
                    subject: "ann", user: Self.sender(1), Self.limit, sender: Self.sender(2), Self.wide,
                    now: Self.now + after)
            }
            for _ in 1...4 { #expect(try await admit(after: .zero) == .admitted) }
            #expect(try await admit(after: .seconds(1)) == .blocked(for: .seconds(300)))
            #expect(try await admit(after: .seconds(200)) == .blocked(for: .seconds(101)))
            // The block is over, and nothing came back meanwhile: another.
            #expect(try await admit(after: .seconds(301)) == .blocked(for: .seconds(300)))
            #expect(try await admit(after: .seconds(602)) == .admitted)
        }
    }

    @Test func noHourHasMoreThanTheLimit() async throws {
        try await ScoreFixture.run { fixture async throws in
            var admitted: [Int] = []
            for second in stride(from: 0, to: 3 * 3600, by: 20) {
                let answer = try await fixture.scores.admit(
                    subject: "ann", user: Self.sender(1), Self.limit, sender: Self.sender(2), Self.wide,
                    now: Self.now + .seconds(second))
                if answer == .admitted { admitted.append(second) }
            }
            for start in admitted {
                #expect(admitted.filter { (start..<start + 3600).contains($0) }.count <= 10)
            }
            #expect(admitted.count > 10, "it comes back")
        }
    }

    @Test func usersOfOneAddressShareItsLimit() async throws {
        try await ScoreFixture.run { fixture async throws in
            for user in UInt8(1)...4 {
                let answer = try await fixture.scores.admit(
                    subject: "ann", user: Self.sender(user), Self.wide, sender: Self.sender(99), Self.limit,
                    now: Self.now)
                #expect(answer == .admitted)
            }
            let fifth = try await fixture.scores.admit(
                subject: "ann", user: Self.sender(5), Self.wide, sender: Self.sender(99), Self.limit, now: Self.now)
            #expect(fifth == .blocked(for: .seconds(300)))
        }
    }

    /// Senders that come once and never again leave no rows behind them.
    @Test func sendersThatAreGoneAreForgotten() async throws {
        try await ScoreFixture.run { fixture async throws in
            for number in 0..<60 {
                _ = try await fixture.scores.admit(
                    subject: "ann", user: Self.sender(UInt8(number)), Self.limit,
                    sender: Self.sender(UInt8(100 + number)), Self.limit,
                    now: Self.now + .minutes(30 * number))
            }
            #expect(try await fixture.count("SELECT COUNT(*) FROM score_limit") <= 6)
        }
    }

    /// What tidies up may lose against others: the call itself stands, and is not made again.
    @Test func aCallThatStandsIsNotMadeAgainBecauseOfTheTidying() async throws {
        try await ScoreFixture.run { fixture async throws in
            _ = try await fixture.submit(1, of: "ann", on: ScoreFixture.board(), action: ScoreFixture.action(1))
            let deadlock = "FOR EACH ROW SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213"
            try await fixture.pool.withConnection { connection in
                _ = try await connection.run("INSERT INTO score_limit VALUES (REPEAT('x', 16), 0, 0, 0)")
                _ = try await connection.run(
                    "INSERT INTO score_refusal VALUES (NULL, 1, 'race', 'lap', NULL, 'too_fast', 0)")
                for table in ["score_limit", "score_refusal"] {
                    _ = try await connection.run("CREATE TRIGGER lost_\(table) BEFORE DELETE ON \(table) \(deadlock)")
                }
            }
            for _ in 1...4 {
                let admission = try await fixture.scores.admit(
                    subject: "ann", user: Self.sender(1), Self.limit, sender: Self.sender(2), Self.wide, now: Self.now)
                #expect(admission == .admitted)
            }
            #expect(
                try await fixture.scores.note(
                    .tooFast, of: "ann", board: "race", type: "lap", value: nil, now: Self.now))
            #expect(try await fixture.count("SELECT COUNT(*) FROM score_refusal") == 2)
        }
    }

    @Test func sendersAndRefusalsAreForgottenWhereNobodyComes() async throws {
        try await ScoreFixture.run { fixture async throws in
            _ = try await fixture.submit(1, of: "ann", on: ScoreFixture.board(), action: ScoreFixture.action(1))
            _ = try await fixture.scores.admit(
                subject: "ann", user: Self.sender(1), Self.limit, sender: Self.sender(2), Self.limit, now: Self.now)
            _ = try await fixture.scores.note(
                .tooFast, of: "ann", board: "race", type: "lap", value: nil, now: Self.now)
            let rows = "SELECT (SELECT COUNT(*) FROM score_limit) * 10 + (SELECT COUNT(*) FROM score_refusal)"
            try await fixture.scores.forget(now: Self.now + .seconds(1))
            #expect(try await fixture.count(rows) == 21)
            try await fixture.scores.forget(now: Self.now + .hours(2))
            #expect(try await fixture.count(rows) == 1)
            try await fixture.scores.forget(now: Self.now + .hours(31 * 24))
            #expect(try await fixture.count(rows) == 0)
        }
    }

    @Test func refusalsOfKnownUsersAreKeptForAMonthAndFewOfEach() async throws {
        try await ScoreFixture.run { fixture async throws in
            func note(_ user: String, after: Duration) async throws -> Bool {
                try await fixture.scores.note(
                    .tooFast, of: user, board: "race", type: "lap", value: nil, now: Self.now + after)
            }
            #expect(try await note("ann", after: .zero) == false, "nothing was accepted of her yet")
            _ = try await fixture.submit(1, of: "ann", on: ScoreFixture.board(), action: ScoreFixture.action(1))
            for _ in 1...60 { #expect(try await note("ann", after: .zero)) }
            #expect(try await note("ann", after: .zero) == false)
            #expect(try await note("ann", after: .hours(31 * 24)))
            for _ in 1...30 { _ = try await note("ann", after: .hours(31 * 24)) }
            #expect(try await fixture.count("SELECT COUNT(*) FROM score_refusal") == 31)
        }
    }

    @Test func theRestIsCountedByMinuteAndReason() async throws {
        try await ScoreFixture.run { fixture async throws in
            let minute = Slot(containing: Self.now)
            try await fixture.scores.countRefusals(3, reason: "invalid_token", minute: minute)
            try await fixture.scores.countRefusals(4, reason: "invalid_token", minute: minute)
            try await fixture.scores.countRefusals(1, reason: "invalid_token", minute: minute + 401 * 1440)
            #expect(try await fixture.count("SELECT COUNT(*) FROM score_refusal_count") == 1, "after 400 days")
        }
    }
}
