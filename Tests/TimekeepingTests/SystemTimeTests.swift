import Foundation
import Rankings
import Testing

@testable import Timekeeping

@Suite struct SystemTimeTests {
    @Test func agreesWithTheClockOfFoundation() {
        let before = Instant(unixMilliseconds: Int64(Date().timeIntervalSince1970 * 1000) - 1)
        let now = SystemTime().now()
        let after = Instant(unixMilliseconds: Int64(Date().timeIntervalSince1970 * 1000) + 1)
        #expect(before <= now)
        #expect(now <= after)
    }

    @Test func wakesAtOrAfterTheInstant() async throws {
        let time = SystemTime()
        let due = time.now() + .milliseconds(20)
        try await time.sleep(until: due)
        #expect(time.now() >= due)
    }

    @Test func returnsAtOnceForAPastInstant() async throws {
        try await SystemTime().sleep(until: Instant(unixSeconds: 0))
    }

    @Test func aCancelledSleepThrows() async {
        let sleeper = Task {
            try await SystemTime().sleep(until: Instant(unixSeconds: 4_000_000_000))
        }
        sleeper.cancel()
        await #expect(throws: CancellationError.self) { try await sleeper.value }
    }

    @Test func aCancelledTaskDoesNotPassAPastInstant() async {
        let sleeper = Task {
            while !Task.isCancelled { await Task.yield() }
            try await SystemTime().sleep(until: Instant(unixSeconds: 0))
        }
        sleeper.cancel()
        await #expect(throws: CancellationError.self) { try await sleeper.value }
    }
}
