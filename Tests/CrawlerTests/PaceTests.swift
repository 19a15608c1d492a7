import Testing

@testable import Crawler

@Suite struct PaceTests {
    private let start = ContinuousClock.now

    /// When each of so many requests starts, all asked for at once.
    private func starts(_ pace: Pace, _ count: Int, within limit: Duration = .seconds(1000)) -> [Duration?] {
        var meter = PaceMeter()
        return (0..<count).map { _ in meter.reserve(by: pace, at: start, until: start + limit).map { $0 - start } }
    }

    @Test func withoutBoundsNobodyWaits() {
        #expect(starts(.unbounded, 3) == [.zero, .zero, .zero])
    }

    @Test func requestsKeepTheIntervalBetweenThem() {
        #expect(starts(Pace(interval: .seconds(2)), 3) == [.zero, .seconds(2), .seconds(4)])
    }

    @Test func anEmptyBucketFillsInItsTime() {
        let pace = Pace(burst: 2, refill: .seconds(10))
        let waits = starts(pace, 4).map { $0.map { Int(($0 / .milliseconds(1)).rounded()) } }
        #expect(waits == [0, 0, 5000, 10_000])
        var meter = PaceMeter()
        for _ in 0..<2 { _ = meter.reserve(by: pace, at: start, until: start + .seconds(1)) }
        let late = start + .seconds(20)
        #expect(meter.reserve(by: pace, at: late, until: late + .seconds(10)) == late)
    }

    @Test func whoCannotBeServedInTimeTakesNoPlace() {
        #expect(starts(Pace(interval: .seconds(2)), 3, within: .seconds(3)) == [.zero, .seconds(2), nil])
        let pace = Pace(interval: .seconds(2))
        var meter = PaceMeter()
        _ = meter.reserve(by: pace, at: start, until: start + .seconds(1))
        #expect(meter.reserve(by: pace, at: start, until: start + .seconds(1)) == nil)
        #expect(meter.reserve(by: pace, at: start, until: start + .seconds(9)) == start + .seconds(2))
    }

    @Test func gamesOnOneHostShareItsPace() {
        let paces = HostPaces()
        let pace = Pace(interval: .seconds(2))
        let deadline = start + .seconds(60)
        let addresses = ["https://a.example/jp", "https://A.example/en", "https://a.example", "https://b.example/jp"]
        let starts = addresses.map { paces.reserve($0, by: pace, at: start, until: deadline).map { $0 - start } }
        #expect(starts == [.zero, .seconds(2), .seconds(4), .zero])
        #expect(HostPaces.host(of: "http://a.example:8080/b/c") == "http://a.example:8080")
    }

    @Test func theCadenceSaysWhatIsDeserved() {
        #expect(Pace.deserved(byCadence: .seconds(60)).interval == .milliseconds(100))
        #expect(Pace.deserved(byCadence: .seconds(300)).interval == .milliseconds(500))
        #expect(Pace.deserved(byCadence: .seconds(1800)).interval == .milliseconds(500))
    }
}
