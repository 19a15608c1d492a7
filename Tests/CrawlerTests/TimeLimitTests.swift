import Rankings
import Testing
import Timekeeping
import Transfer

@testable import Crawler

@Suite struct TimeLimitTests {
    private static let start = Instant(unixSeconds: 1_800_000_000)

    @Test func limitsOfACrawlAreThoseOfItsClock() {
        let limits = CrawlLimits(total: .seconds(45), attempts: 3, firstPause: .seconds(1))
        #expect(limits.inRealTime(of: SystemTime()) == limits)
        #expect(
            limits.inRealTime(of: ScaledTime(anchor: Self.start, speed: 60))
                == CrawlLimits(total: .milliseconds(750), attempts: 3, firstPause: .seconds(1) / 60))
        #expect(
            limits.inRealTime(of: ManualTime(Self.start, speed: 100))
                == CrawlLimits(total: .milliseconds(450), attempts: 3, firstPause: .milliseconds(10)))
    }

    @Test func aConnectionGetsLessTimeAndAnAnswerAllThatIsLeft() async {
        let client = TransferClient(userAgent: "test")
        let sending = DirectSending(client: client, baseURL: "http://127.0.0.1:1", bodyBytes: 1000, speed: 50)
        let limits = sending.limits(remaining: .milliseconds(900))
        #expect(limits.total == .milliseconds(900) && limits.connect == .milliseconds(100))
        // A server that says nothing for a while may still answer in time.
        #expect(limits.slowBytesPerSecond == 0 && limits.bodyBytes == 1000)
        await client.close()
    }
}
