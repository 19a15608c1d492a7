import Rankings
import Synchronization
import Testing

@testable import Timekeeping

@Suite struct ManualTimeTests {
    static let start = Instant(unixSeconds: 1_800_000_000)

    struct Refusal: Error {}

    @Test func standsStill() {
        let time = ManualTime(Self.start)
        #expect(time.now() == Self.start)
        #expect(time.now() == Self.start)
    }

    @Test func waitsAreShorterByItsSpeed() {
        #expect(ManualTime(Self.start).realTime(of: .seconds(45)) == .seconds(45))
        #expect(ManualTime(Self.start, speed: 50).realTime(of: .seconds(45)) == .milliseconds(900))
    }

    @Test(arguments: [(60, 60), (0, 0), (-60, 0)])
    func movesForwardOnly(by seconds: Int, expected: Int) {
        let byDuration = ManualTime(Self.start)
        byDuration.move(by: .seconds(seconds))
        #expect(byDuration.now() == Self.start + .seconds(expected))

        let toInstant = ManualTime(Self.start)
        toInstant.move(to: Self.start + .seconds(seconds))
        #expect(toInstant.now() == Self.start + .seconds(expected))
    }

    @Test func sleepingAsksTheHookAndThenMoves() async throws {
        let asked = Mutex<[Instant]>([])
        let time = ManualTime(Self.start) { instant in asked.withLock { $0.append(instant) } }
        try await time.sleep(until: Self.start + .minutes(1))
        try await time.sleep(until: Self.start + .minutes(2))
        #expect(asked.withLock { $0 } == [Self.start + .minutes(1), Self.start + .minutes(2)])
        #expect(time.now() == Self.start + .minutes(2))
    }

    @Test func aPastInstantNeitherMovesNorAsks() async throws {
        let time = ManualTime(Self.start) { _ in throw Refusal() }
        try await time.sleep(until: Self.start)
        try await time.sleep(until: Self.start - .seconds(1))
        #expect(time.now() == Self.start)
    }

    @Test func staysWhereTheHookRefuses() async {
        let time = ManualTime(Self.start) { _ in throw Refusal() }
        await #expect(throws: Refusal.self) { try await time.sleep(until: Self.start + .seconds(1)) }
        #expect(time.now() == Self.start)
    }

    @Test func aCancelledSleepThrowsAndDoesNotMove() async {
        let time = ManualTime(Self.start)
        let sleeper = Task {
            while !Task.isCancelled { await Task.yield() }
            try await time.sleep(until: Self.start + .seconds(1))
        }
        sleeper.cancel()
        await #expect(throws: CancellationError.self) { try await sleeper.value }
        #expect(time.now() == Self.start)
    }
}
