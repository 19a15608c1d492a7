import Foundation
import MariaDB
import Rankings
import Scoring
import Storage
import Synchronization
import TestSupport
import Testing
import Transfer

@testable import Webhooks

/// From an accepted score through the real queue to a real listener, by a clock that is moved by hand.
@Suite(.enabled(if: NotingListener.isAvailable && TestDatabase.isAvailable, "needs python3 and mariadbd"))
struct WebhookDeliveryTests {
    private static let secret = Array("0123456789abcdef0123456789abcdef".utf8)
    private static let board = HouseBoard(
        name: "race", title: "Race_1", rule: .best, scale: 100,
        actions: [ActionType(name: "lap", points: .value(ScoreLimits.scores))])

    private final class Clock: Sendable {
        let instant = Mutex(Instant(unixSeconds: 1_800_000_000))
        var now: Instant { instant.withLock { $0 } }
        func pass(_ duration: Duration) { instant.withLock { $0 = $0 + duration } }
    }

    private struct Bench: Sendable {
        let store: Store
        let clock: Clock
        let listener: NotingListener
        let client: TransferClient
        let rules = NewsRules(
            hooks: [NewsRules.Hook(name: "club", boards: [], kinds: Set(ScoreNews.Kind.allCases))],
            achievements: ["race": [Achievement(name: "ten", title: "Ten @here", score: 1_000)]])

        func submit(
            _ points: Int64, of subject: String, name: String? = nil, on board: HouseBoard = board, action: UInt8
        ) async throws {
            let scores = store.scores
            let user = ScoreUser(subject: subject, name: name ?? subject, avatar: nil)
            let list = try await scores.list(of: board, at: clock.now)
            let (id, now) = (Array(repeating: action, count: 16), clock.now)
            let accepted = try await scores.submit(id, of: user, on: list, type: "lap", begun: now) { position, _ in
                let new = try board.score(after: position.score, points: points)
                return ScoreSubmission(
                    list: list, user: user, newPlayer: Pseudonym(value: UInt64(action)), action: id, type: "lap",
                    value: points, points: points, newScore: new, begun: now, accepted: now,
                    news: rules.news(of: board, from: position.score, to: new))
            }
            #expect(accepted != nil)
        }

        func delivery(_ format: Webhook.Format = .json, url: String? = nil) -> WebhookDelivery {
            WebhookDelivery(
                store: store.scores, client: client,
                hook: Webhook(
                    name: "club", url: url ?? listener.url + "/hook?secret", format: format,
                    secret: format == .json ? WebhookDeliveryTests.secret : nil),
                titles: ["race": ["ten": "Ten @here"]], owner: Array(repeating: 1, count: 16),
                now: { [clock] in clock.now })
        }

        func types() throws -> [String] {
            try listener.requests().map { message in
                let object = try JSONSerialization.jsonObject(with: Data(message.body.utf8)) as? [String: Any]
                return "\(object?["type"] ?? "") \(object?["name"] ?? "") \(object?["score"] ?? "")"
            }
        }
    }

    private func use(_ body: @Sendable (Bench) async throws -> Void) async throws {
        let listener = try NotingListener(
            success: 204, fields: ["Location": "/elsewhere"], failureFields: ["Retry-After": "60"])
        try await TestDatabase.withSchema { pool, _ in
            let store = Store(pool: pool, pseudonyms: PseudonymKey(secret: Array(0..<32)))
            try await store.migrate()
            try await store.scores.prepare()
            let client = TransferClient(userAgent: "webhooks-tests")
            do {
                try await body(Bench(store: store, clock: Clock(), listener: listener, client: client))
                await client.close()
            } catch {
                await client.close()
                throw error
            }
        }
    }

    @Test func whatIsNewsIsToldOnceAndSigned() async throws {
        try await use { bench in
            try await bench.submit(500, of: "ann", action: 1)
            try await bench.submit(400, of: "bob", action: 2)
            try await bench.submit(300, of: "bob", action: 3)
            try await bench.submit(1_000, of: "bob", action: 4)
            try await bench.submit(1_200, of: "bob", action: 5)
            #expect(try await bench.delivery().deliver().told == 7)
            #expect(
                try bench.types() == [
                    "personal_best ann 500", "first_place ann 500", "personal_best bob 400", "personal_best bob 1000",
                    "achievement bob 1000", "first_place bob 1000", "personal_best bob 1200",
                ])
            let last = try #require(try bench.listener.requests().first)
            let hook = Webhook(name: "club", url: "", format: .json, secret: Self.secret)
            #expect(
                last.headers["borderline-signature"] == hook.signature(of: Array(last.body.utf8), at: bench.clock.now))
            #expect(last.path == "/hook?secret" && last.body.contains(#""period":"all""#))
            #expect(try await bench.delivery().deliver().told == 0)
        }
    }

    @Test func whatFailsIsTriedAgainAndGivenUpAfterADay() async throws {
        try await use { bench in
            try bench.listener.answer(302, times: 1_000)
            try await bench.submit(5, of: "ann", action: 1)
            let first = try await bench.delivery().deliver()
            #expect(first.told == 0 && first.reason == "answered 302")
            #expect(try bench.listener.requests().count == 1, "the rest waits, and no redirect is followed")
            bench.clock.pass(.seconds(59))
            #expect(try await bench.delivery().deliver().reason == nil, "Retry-After says when")
            bench.clock.pass(.hours(25))
            #expect(try await bench.delivery().deliver().dead == 2)
            let dead = try await bench.store.waitingNews(onlyDead: true, limit: 10)
            #expect(dead.map(\.kind) == ["personal_best", "first_place"] && dead[0].reason == "answered 302")
            bench.clock.pass(.hours(2))
            #expect(try await bench.delivery().deliver() == WebhookReport(), "what was given up stays so")
            try bench.listener.answer(204, times: 0)
            let now = bench.clock.now
            #expect(try await bench.store.retryNews(of: "other", id: nil, now: now) == 0)
            #expect(try await bench.store.retryNews(of: "club", id: dead[0].id, now: now) == 1)
            #expect(try await bench.delivery().deliver().told == 1)
            #expect(try await bench.store.waitingNews(onlyDead: false, limit: 10).map(\.id) == [dead[1].id])
        }
    }

    @Test func whatFailsHoldsNothingBack() async throws {
        try await use { bench in
            try bench.listener.answer(500, times: 1)
            try await bench.submit(5, of: "ann", action: 1)
            #expect(try await bench.delivery().deliver().reason == "answered 500")
            bench.clock.pass(.seconds(60))
            #expect(try await bench.delivery().deliver().told == 2)
            #expect(try bench.types() == ["personal_best ann 5", "first_place ann 5", "personal_best ann 5"])
        }
    }

    @Test func reasonsDoNotTellTheAddress() async throws {
        try await use { bench in
            try await bench.submit(5, of: "ann", action: 1)
            let report = try await bench.delivery(url: "http://127.0.0.1:1/hook?secret").deliver()
            #expect(report.reason == "refused" && report.told == 0)
            #expect(try await bench.store.waitingNews(onlyDead: false, limit: 1).map(\.reason) == ["refused"])
        }
    }

    @Test func whoComesToTheFirstPlaceByAnActionIsNews() async throws {
        try await use { bench in
            let board = HouseBoard(name: "race", title: "Race", rule: .last, actions: Self.board.actions)
            let actions: [(String, Int64)] = [
                ("ann", 500), ("bob", 400), ("ann", 100),
                // First already, as the other fell.
                ("bob", 450), ("ann", 1_000), ("ann", 100),
                // First again, but not for the first time at what is an achievement.
                ("ann", 1_000), ("bob", 1_000),
                // Earlier at the same score is first, and stays so.
                ("ann", 1_001), ("bob", 1_002), ("ann", 1_002), ("ann", 1_003),
            ]
            for (index, action) in actions.enumerated() {
                try await bench.submit(action.1, of: action.0, on: board, action: UInt8(index + 1))
            }
            _ = try await bench.delivery().deliver()
            #expect(
                try bench.types() == [
                    "first_place ann 500", "achievement ann 1000", "first_place ann 1000", "first_place ann 1000",
                    "achievement bob 1000", "first_place bob 1002", "first_place ann 1003",
                ])
        }
    }

    @Test func oneProcessTellsUntilItsLeaseEnds() async throws {
        try await use { bench in
            try await bench.submit(5, of: "ann", action: 1)
            let scores = bench.store.scores
            let (one, two) = (Array(repeating: UInt8(1), count: 16), Array(repeating: UInt8(2), count: 16))
            func take(_ owner: [UInt8]) async throws -> [QueuedNews] {
                try await scores.takeNews(
                    for: "club", owner: owner, atMost: 1, now: bench.clock.now, lease: .seconds(60))
            }
            let taken = try await take(one)
            #expect(taken.count == 1)
            #expect(try await take(two).isEmpty)
            bench.clock.pass(.seconds(59))
            #expect(try await take(one) == taken, "whoever goes on keeps it")
            bench.clock.pass(.seconds(59))
            #expect(try await take(two).isEmpty)
            bench.clock.pass(.seconds(1))
            #expect(try await take(two) == taken)
            // Whoever was held up and goes on does not conclude what is another's.
            #expect(try await scores.noteTold(taken[0], to: "club", owner: one) == false)
            #expect(try await scores.noteTold(taken[0], to: "club", owner: two))
            #expect(try await take(two).map(\.kind) == [.firstPlace])
        }
    }

    @Test func nothingIsToldOfWhoIsHiddenOrOfWhatDidNotHappen() async throws {
        try await use { bench in
            try await bench.submit(5, of: "ann", action: 1)
            #expect(try await bench.store.waitingNews(onlyDead: false, limit: 10).count == 2)
            let ann = try await bench.store.houseUser("ann")
            _ = try await bench.store.moderate(
                ann, ModerationOrder(kind: .hide, actor: "mo", reason: "r", at: bench.clock.now))
            try await bench.submit(9_000, of: "ann", action: 2)
            // The same action once more changes nothing: no row, no news.
            let list = try await bench.store.scores.list(of: Self.board, at: bench.clock.now)
            let user = ScoreUser(subject: "bob", name: "bob", avatar: nil)
            let twice = ScoreSubmission(
                list: list, user: user, newPlayer: Pseudonym(value: 9), action: Array(repeating: 1, count: 16),
                type: "lap", value: 1, points: 1, newScore: 1, begun: bench.clock.now, accepted: bench.clock.now,
                news: [ScoreNews(hook: "club", kind: .personalBest)])
            let accepted = try await bench.store.scores.submit(
                twice.action, of: user, on: list, type: "lap", begun: bench.clock.now
            ) { _, _ in twice }
            #expect(accepted == nil)
            #expect(try await bench.store.waitingNews(onlyDead: false, limit: 10).isEmpty)
        }
    }

    @Test func discordGetsASentenceThatCallsNobody() async throws {
        try await use { bench in
            try await bench.submit(1_050, of: "ann", name: "@everyone *x*", action: 1)
            #expect(try await bench.delivery(.discord).deliver().told == 3)
            let messages = try bench.listener.requests()
            #expect(messages.allSatisfy { $0.headers["borderline-signature"] == nil })
            #expect(messages.allSatisfy { $0.body.contains(#""allowed_mentions":{"parse":[]}"#) })
            let object = try JSONSerialization.jsonObject(with: Data(messages[1].body.utf8)) as? [String: Any]
            #expect(
                object?["content"] as? String == #"**\@everyone \*x\*** reached Ten \@here on Race\_1 with 10.50"#)
        }
    }
}
