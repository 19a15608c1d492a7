import Testing

@testable import Crawler

@Suite struct BreakerTests {
    private let start = ContinuousClock.now

    @Test func itOpensAtTheThirdFailureInARowForThirtySeconds() {
        var breaker = Breaker()
        breaker.fail(at: start)
        breaker.fail(at: start)
        #expect(!breaker.isOpen(at: start))
        breaker.fail(at: start + .seconds(1))
        #expect(breaker.isOpen(at: start + .seconds(1)))
        #expect(breaker.isOpen(at: start + .milliseconds(30_999)))
        #expect(!breaker.isOpen(at: start + .seconds(31)))
    }

    @Test func itStaysOpenForLessWhereTimePassesFaster() {
        var breaker = Breaker()
        for _ in 0..<3 { breaker.fail(at: start, pause: .milliseconds(600)) }
        #expect(breaker.isOpen(at: start + .milliseconds(599)))
        #expect(!breaker.isOpen(at: start + .milliseconds(600)))
    }

    @Test func oneMoreFailureOpensItAnewAndASuccessClosesIt() {
        var breaker = Breaker()
        for _ in 0..<3 { breaker.fail(at: start) }
        breaker.fail(at: start + .seconds(40))
        #expect(breaker.isOpen(at: start + .seconds(69)))
        breaker.succeed()
        #expect(!breaker.isOpen(at: start + .seconds(69)))
        breaker.fail(at: start + .seconds(70))
        #expect(!breaker.isOpen(at: start + .seconds(70)))
    }
}
