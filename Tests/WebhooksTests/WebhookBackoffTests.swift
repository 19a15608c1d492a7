import Testing

@testable import Webhooks

struct WebhookBackoffTests {
    @Test(arguments: [
        (0, Duration?.none, Duration.seconds(5)), (1, nil, .seconds(10)), (9, nil, .seconds(2560)),
        (10, nil, .seconds(3600)), (60_000, nil, .seconds(3600)), (0, .seconds(60), .seconds(60)),
        (4, .seconds(60), .seconds(80)), (0, .seconds(86_400), .seconds(3600)), (0, .seconds(-1), .seconds(5)),
    ])
    func pausesDoubleUpToAnHour(failures: Int, wanted: Duration?, pause: Duration) {
        #expect(WebhookBackoff.pause(failures: failures, wanted: wanted) == pause)
    }
}
