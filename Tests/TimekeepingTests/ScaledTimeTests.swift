import Rankings
import Testing

@testable import Timekeeping

@Suite struct ScaledTimeTests {
    static let anchor = Instant(unixSeconds: 1_800_000_000)
    let start = ContinuousClock.now

    @Test(arguments: [(1.0, 1_500), (0.5, 750), (60.0, 90_000), (7200.0, 10_800_000)])
    func runsAtItsSpeed(speed: Double, expected: Int) {
        let time = ScaledTime(anchor: Self.anchor, anchoredAt: start, speed: speed)
        #expect(time.reading(at: start + .milliseconds(1500)) == Self.anchor + .milliseconds(expected))
    }

    @Test func waitsAreShorterByItsSpeed() {
        let time = ScaledTime(anchor: Self.anchor, anchoredAt: start, speed: 60)
        #expect(time.realTime(of: .seconds(45)) == .milliseconds(750))
    }

    @Test func showsItsAnchorAtTheStart() {
        let time = ScaledTime(anchor: Self.anchor, anchoredAt: start, speed: 60)
        #expect(time.reading(at: start) == Self.anchor)
    }

    @Test func sleepsTheRealTimeThatIsLeft() {
        let time = ScaledTime(anchor: Self.anchor, anchoredAt: start, speed: 60)
        #expect(time.realNap(from: Self.anchor, until: Self.anchor + .seconds(30)) == .milliseconds(500))
    }

    @Test func looksAtTheClockAgainAfterTheLongestNap() {
        let time = ScaledTime(anchor: Self.anchor, anchoredAt: start, speed: 60)
        #expect(time.realNap(from: Self.anchor, until: Self.anchor + .hours(1)) == .seconds(2))
    }

    @Test func sleepsNoShorterThanATimerCanMeasure() {
        let time = ScaledTime(anchor: Self.anchor, anchoredAt: start, speed: 100_000)
        #expect(time.realNap(from: Self.anchor, until: Self.anchor + .milliseconds(1)) == .microseconds(100))
    }

    @Test func doesNotSleepForAnInstantThatIsReached() {
        let time = ScaledTime(anchor: Self.anchor, anchoredAt: start, speed: 60)
        #expect(time.realNap(from: Self.anchor, until: Self.anchor) == nil)
    }

    @Test func anHourPassesAtOnceAtAHighSpeed() async throws {
        let time = ScaledTime(anchor: Self.anchor, speed: 360_000)
        try await time.sleep(until: Self.anchor + .hours(1))
        #expect(time.now() >= Self.anchor + .hours(1))
    }

    @Test func aCancelledSleepThrows() async {
        let sleeper = Task {
            try await ScaledTime(anchor: Self.anchor, speed: 1).sleep(until: Self.anchor + .hours(1))
        }
        sleeper.cancel()
        await #expect(throws: CancellationError.self) { try await sleeper.value }
    }
}
