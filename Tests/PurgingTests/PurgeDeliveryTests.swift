import MariaDB
import Rankings
import Storage
import Synchronization
import TestSupport
import Testing
import Transfer

@testable import Purging

/// From the real queue to a real listener, by a clock that is moved by hand.
@Suite(.enabled(if: NotingListener.isAvailable, "needs python3")) struct PurgeDeliveryTests {
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

        /// What was asked, each as its method, path, key and body.
        func purges() throws -> [String] {
            try listener.requests().map { request in
                [request.method, request.path, request.headers["x-key"] ?? "", request.body].filter { !$0.isEmpty }
                    .joined(separator: " ")
            }
        }

        func delivery(batched: Bool) -> PurgeDelivery {
            PurgeDelivery(
                store: store, client: client,
                template: PurgeTemplate(
                    method: batched ? "POST" : "PURGE", url: listener.url + (batched ? "/api" : "{path}"),
                    headers: [Header("X-Key", "secret")], body: batched ? "{urls}" : nil, site: "https://b.example"),
                batch: 4, interval: .seconds(3), now: { [clock] in clock.now },
                sleep: { [clock] in clock.pass($0) })
        }
    }

    private func use(_ body: @Sendable (Bench) async throws -> Void) async throws {
        let listener = try NotingListener(success: 200)
        try await TestDatabase.withSchema { pool, _ in
            let store = Store(pool: pool, pseudonyms: PseudonymKey(secret: Array(0..<32)))
            try await store.migrate()
            let client = TransferClient(userAgent: "purging-tests")
            do {
                try await body(Bench(store: store, clock: Clock(), listener: listener, client: client))
                await client.close()
            } catch {
                await client.close()
                throw error
            }
        }
    }

    @Test func whatFailsIsTriedAgainUntilItIsDone() async throws {
        try await use { bench in
            try bench.listener.answer(503, times: 2)
            try await bench.store.queuePurges(of: ["e/a/main/latest.json"], now: bench.clock.now)
            let delivery = bench.delivery(batched: false)
            let first = try await delivery.deliver()
            #expect(first.failed == 1 && first.done == 0 && first.reason == "the cache answered 503")
            #expect(try await delivery.deliver().requests == 0, "not before its time")
            bench.clock.pass(.seconds(5))
            #expect(try await delivery.deliver().failed == 1)
            bench.clock.pass(.seconds(9))
            #expect(try await delivery.deliver().requests == 0)
            bench.clock.pass(.seconds(1))
            #expect(try await delivery.deliver().done == 1)
            #expect(try await bench.store.purgeCount() == 0)
            #expect(
                try bench.purges() == Array(repeating: "PURGE /e/a/main/latest.json secret", count: 3))
        }
    }

    @Test func severalGoTogetherAndNoFasterThanAllowed() async throws {
        try await use { bench in
            try await bench.store.queuePurges(
                of: ["a.json", "b.json", "index.html"], now: bench.clock.now)
            let began = bench.clock.now
            let report = try await bench.delivery(batched: true).deliver()
            #expect(report.done == 3 && report.requests == 2)
            #expect(bench.clock.now - began == .seconds(3))
            #expect(
                try bench.purges() == [
                    #"POST /api secret ["https://b.example/a.json","https://b.example/b.json"]"#,
                    #"POST /api secret ["https://b.example/","https://b.example/index.html"]"#,
                ])
        }
    }

    @Test func aFileThatChangesTwiceIsPurgedOnce() async throws {
        try await use { bench in
            for _ in 0..<3 { try await bench.store.queuePurges(of: ["a.json"], now: bench.clock.now) }
            #expect(try await bench.store.purgeCount() == 1)
            #expect(try await bench.delivery(batched: false).deliver().requests == 1)
        }
    }

    @Test func aFileThatChangesWhileItIsPurgedIsPurgedAgain() async throws {
        try await use { bench in
            try await bench.store.queuePurges(of: ["a.json"], now: bench.clock.now)
            let taken = try await bench.store.takePurges(atMost: 1, now: bench.clock.now, lease: .seconds(60))
            #expect(try await bench.store.takePurges(atMost: 1, now: bench.clock.now, lease: .seconds(60)).isEmpty)
            try await bench.store.queuePurges(of: ["a.json"], now: bench.clock.now)
            try await bench.store.concludePurges(taken, now: bench.clock.now)
            #expect(try await bench.delivery(batched: false).deliver().done == 1)
        }
    }

    @Test func whoIsKilledInTheMiddleLeavesItToOthers() async throws {
        try await use { bench in
            try await bench.store.queuePurges(of: ["a.json"], now: bench.clock.now)
            _ = try await bench.store.takePurges(atMost: 1, now: bench.clock.now, lease: PurgeBackoff.lease)
            #expect(try await bench.delivery(batched: false).deliver().requests == 0)
            bench.clock.pass(PurgeBackoff.lease)
            #expect(try await bench.delivery(batched: false).deliver().done == 1)
        }
    }

    @Test func aFullQueueGivesUpWhatWaitsLongest() async throws {
        try await use { bench in
            try await bench.store.queuePurges(of: ["a.json"], now: bench.clock.now, limit: 2)
            bench.clock.pass(.seconds(1))
            let dropped = try await bench.store.queuePurges(
                of: ["b.json", "c.json"], now: bench.clock.now, limit: 2)
            #expect(dropped == 1)
            let waiting = try await bench.store.takePurges(atMost: 9, now: bench.clock.now, lease: .zero)
            #expect(waiting.map(\.path) == ["b.json", "c.json"])
        }
    }

    @Test func whatFailsForAWeekIsGivenUp() async throws {
        try await use { bench in
            try bench.listener.answer(403, times: 1_000_000)
            try await bench.store.queuePurges(of: ["a.json"], now: bench.clock.now)
            let delivery = bench.delivery(batched: false)
            #expect(try await delivery.deliver().dropped == 0)
            bench.clock.pass(PurgeBackoff.patience)
            #expect(try await delivery.deliver().dropped == 0)
            bench.clock.pass(PurgeBackoff.longest)
            #expect(try await delivery.deliver().dropped == 1)
            #expect(try await bench.store.purgeCount() == 0)
        }
    }

    @Test func aCacheThatIsNotThereIsTold() async throws {
        try await use { bench in
            try await bench.listener.stop()
            try await bench.store.queuePurges(of: ["a.json"], now: bench.clock.now)
            let report = try await bench.delivery(batched: false).deliver()
            #expect(report.failed == 1 && report.reason?.contains("refused") == true)
        }
    }
}
