import Rankings
import Testing
import Transfer

@testable import Crawler

private let now = Instant(unixSeconds: 784_111_777)

private struct FixedTime: TimeSource {
    func now() -> Instant { Instant(unixSeconds: 784_111_777) }
    func sleep(until instant: Instant) async throws {}
}

private func response(_ status: Int, _ headers: [String: String] = [:], _ body: String = "") -> Response {
    Response(
        status: status, headers: headers.map { Header($0.key, $0.value) }, body: Array(body.utf8), effectiveURL: "",
        httpVersion: .http11, duration: .zero)
}

@Suite struct AnswerReaderTests {
    private let reader = AnswerReader(time: FixedTime(), checksClock: true) {
        SessionRules.trouble(in: $0, format: .json)
    }

    private func failure(_ response: Response) -> String? {
        do throws(UpstreamError) {
            _ = try reader.answer(in: response, known: .none)
            return nil
        } catch {
            return error.description
        }
    }

    @Test(arguments: [
        ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777 as Int64?), ("Thu, 29 Feb 2024 23:59:60 GMT", 1_709_251_200),
        ("Sunday, 06-Nov-94 08:49:37 GMT", nil), ("Sun, 06 Nov 1994 08:49:37 UTC", nil), ("", nil),
        ("Thu, 29 Feb 2023 00:00:00 GMT", nil), ("Sun, 06 Nov 1994 24:00:00 GMT", nil),
        ("Sun, 06 Nov 1994 -8:49:37 GMT", nil), ("Sun, 06 Nov 99999 08:49:37 GMT", nil),
    ])
    func datesOfHeaders(text: String, seconds: Int64?) {
        #expect(HTTPTime.instant(text) == seconds.map { Instant(unixSeconds: $0) })
    }

    @Test(arguments: [
        ("Sun, 06 Nov 1994 08:54:37 GMT", "", nil as String?), ("Sun, 06 Nov 1994 08:44:37 GMT", "", nil),
        ("Sun, 06 Nov 1994 08:54:38 GMT", "", "its clock is 5 minutes ahead"),
        ("Sun, 06 Nov 1994 07:49:37 GMT", "", "its clock is 60 minutes behind"),
        ("Sun, 06 Nov 1994 07:49:37 GMT", "3600", nil),
        ("Sun, 06 Nov 1994 08:49:37 GMT", "3600", "its clock is 60 minutes ahead"),
        ("yesterday", "3600", nil),
    ])
    func aClockThatIsOffIsNamed(date: String, age: String, reason: String?) {
        #expect(failure(response(200, ["Date": date, "Age": age])) == reason)
    }

    @Test func withASimulatedClockNoOtherIsHeldAgainstIt() throws {
        let reader = AnswerReader(time: FixedTime())
        let answer = try reader.answer(in: response(200, ["Date": "Sun, 06 Nov 2044 08:49:37 GMT"]), known: .none)
        #expect(answer.body == [])
    }

    @Test(arguments: [
        (503, "", "maintenance"), (503, "90", "maintenance, next try from 08:52 UTC"),
        (429, "0", "asked too often, next try from 08:50 UTC"), (429, "soon", "asked too often"),
        (429, "-5", "asked too often"),
        (503, "Sun, 06 Nov 1994 09:00:00 GMT", "maintenance, next try from 09:00 UTC"),
        (503, "Sun, 06 Nov 1994 01:00:00 GMT", "maintenance, next try from 08:50 UTC"),
        (503, "99999999999", "maintenance, next try from 14:50 UTC"), (500, "90", "an error of the upstream (500)"),
        (404, "", "not found (404)"),
    ])
    func waitingTimesAreRead(status: Int, retryAfter: String, reason: String) {
        #expect(failure(response(status, ["Retry-After": retryAfter])) == reason)
    }

    @Test(arguments: [
        ("{\"httpStatus\":403,\"errorCode\":\"session_error\"}", "access refused (403)" as String?),
        ("{\"httpStatus\":503,\"errorCode\":\"maintenance\"}", "maintenance"),
        ("{\"httpStatus\":200}", nil), ("{\"httpStatus\":\"403\"}", nil), ("{\"eventId\":1}", nil), ("[]", nil),
        ("<Error/>", nil), ("", nil),
        ("{\"httpStatus\":403,\"x\":\"\(String(repeating: "x", count: 4096))\"}", nil),
    ])
    func errorsInBodiesCountAsTheirs(body: String, reason: String?) {
        #expect(failure(response(200, [:], body)) == reason)
    }
}
