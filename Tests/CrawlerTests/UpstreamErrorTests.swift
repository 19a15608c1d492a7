import Rankings
import Testing

@testable import Crawler

@Suite struct UpstreamErrorTests {
    @Test(arguments: [
        (UpstreamError.status(401), "access refused (401)"), (.status(403), "access refused (403)"),
        (.status(404), "not found (404)"), (.status(426), "the game has a newer version (426)"),
        (.status(302), "redirected (302)"), (.status(500), "an error of the upstream (500)"),
        (.status(418), "an unexpected answer (418)"), (.maintenance(until: nil), "maintenance"),
        (.maintenance(until: Instant(unixSeconds: 86_340)), "maintenance, next try from 23:59 UTC"),
        (.maintenance(until: Instant(unixSeconds: 86_341)), "maintenance, next try from 00:00 UTC"),
        (.tooManyRequests(until: Instant(unixMilliseconds: 1)), "asked too often, next try from 00:01 UTC"),
        (.notLoggedIn("403"), "the login failed (403)"), (.timeIsUp, "no answer in time"),
        (.clockOff(.hours(-1)), "its clock is 60 minutes behind"),
    ])
    func reasonsAreWordsForViewers(error: UpstreamError, words: String) {
        #expect(error.description == words)
    }

    @Test func whatIsRefusedIsNotAskedAgain() {
        let again: [UpstreamError] = [.status(500), .status(502), .status(504), .malformed("x")]
        let once: [UpstreamError] = [
            .status(403), .status(404), .status(426), .maintenance(until: nil), .tooManyRequests(until: nil),
            .notLoggedIn("x"), .clockOff(.hours(1)), .timeIsUp, .anotherEvent(expected: "1", found: "2"),
        ]
        #expect(again.allSatisfy(\.isWorthRetrying) && !once.contains(where: \.isWorthRetrying))
    }
}
