import Rankings
import Testing

@testable import SimulatedGame

@Suite struct ClockTests {
    private let wall = Instant(unixSeconds: 1_800_000_000)
    private let start = Fixtures.epoch

    @Test func timePassesSoManyTimesAsFast() throws {
        let time = HandSetTime(wall)
        let clock = SimulationClock(source: time, start: start, speed: try SimulationSpeed("60"))
        #expect(clock.now() == start)
        time.set(wall + .milliseconds(1500))
        #expect(clock.now() == start + .seconds(90))
        #expect(clock.advance(to: start + .hours(1)) == nil)
        #expect(clock.document() == Fixtures.bytes("{\"now\":1767247290000,\"speed\":60}"))
    }

    @Test func atMaxItMovesOnlyWhenToldAndNeverBack() throws {
        let time = HandSetTime(wall)
        let clock = SimulationClock(source: time, start: start, speed: try SimulationSpeed("max"))
        time.set(wall + .hours(1))
        #expect(clock.now() == start)
        #expect(clock.advance(to: start + .minutes(1)) == start + .minutes(1))
        #expect(clock.advance(to: start) == start + .minutes(1))
        #expect(clock.now() == start + .minutes(1))
        #expect(clock.document() == Fixtures.bytes("{\"now\":1767247260000,\"speed\":\"max\",\"waiting_speed\":1}"))
    }

    @Test func waitsAreAsShortAsTheClockIsFast() throws {
        let fast = SimulationClock(source: HandSetTime(wall), start: start, speed: try SimulationSpeed("60"))
        #expect(fast.realTime(of: .seconds(30)) == .milliseconds(500))
        let max = SimulationClock(
            source: HandSetTime(wall), start: start, speed: try SimulationSpeed("max"), waitingSpeed: 50)
        #expect(max.realTime(of: .seconds(30)) == .milliseconds(600))
        #expect(max.document() == Fixtures.bytes("{\"now\":1767247200000,\"speed\":\"max\",\"waiting_speed\":50}"))
    }

    @Test(arguments: ["", "0", "-1", "100001", "1.5", "fast", "MAX"]) func malformedSpeedsAreRefused(text: String) {
        let error = #expect(throws: SimulatedGameError.self) { try SimulationSpeed(text) }
        #expect(error?.code == .badTime)
    }

    @Test(arguments: [("5d7h", 457_200), ("12h", 43_200), ("90m", 5400), ("1d30s", 86_430), ("0s", 0)])
    func spansAreRead(text: String, seconds: Int) throws {
        #expect(try SpanText.duration(text) == .seconds(seconds))
    }

    @Test(arguments: ["", "5", "h", "-1h", "5h7d", "1h1h", "1.5h", "99999999999999999999d", "40000d", "1w"])
    func malformedSpansAreRefused(text: String) {
        let error = #expect(throws: SimulatedGameError.self) { try SpanText.duration(text) }
        #expect(error?.code == .badTime)
    }

    @Test func anEpochPutsAnEventUnderWay() throws {
        let now = Instant(unixSeconds: 1_795_217_123)
        let calendar = try SyntheticCalendar(finished: 5, liveFor: .hours(127), at: now)
        #expect(calendar.newestNumber(at: now) == 6)
        let live = try #require(calendar.event(numbered: 6))
        #expect(now - live.window.starts >= .hours(127))
        #expect(now - live.window.starts < .hours(128))
        #expect(throws: SimulatedGameError.self) {
            try SyntheticCalendar(finished: 5, liveFor: .hours(192), at: now)
        }
        #expect(throws: SimulatedGameError.self) { try SyntheticCalendar(epoch: Instant(unixSeconds: 1800)) }
    }
}
