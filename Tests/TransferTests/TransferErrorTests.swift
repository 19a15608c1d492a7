import Testing

@testable import Transfer

@Suite struct TransferErrorTests {
    @Test func descriptionHasURLLabelAndMessage() {
        let error = TransferError(.refused, url: "http://host/path", message: "no\nway\u{7F}é")
        #expect(error.description == "transfer of http://host/path: refused (noway)")
        #expect(TransferError(.malformedURL, url: "").description == "transfer: malformed_url")
        #expect(TransferError(.other(code: 92), url: "").shortDescription == "curl_92")
    }

    @Test func aLongURLIsCut() {
        let url = "http://host/" + String(repeating: "x", count: 288)
        #expect(TransferError(.closed, url: url).url == url)
        #expect(TransferError(.closed, url: url + "y").url == url)
    }

    @Test(arguments: [
        ("http://user:word@host:80/path?query#fragment", "http://host:80/path"),
        ("HTTPS://host", "https://host/"),
        ("http://[::1]:8080/a/b;c?d", "http://[::1]:8080/a/b;c"),
    ])
    func aURLLosesItsSecrets(url: String, redacted: String) {
        #expect(ParsedURL(url)?.redacted == redacted)
    }

    @Test(
        arguments: [
            (.zero, 0),
            (.nanoseconds(1), 1),
            (.milliseconds(1), 1),
            (.microseconds(1001), 2),
            (.seconds(30), 30_000),
            (.seconds(-1), 0),
            (.seconds(1_000_000_000), 31_536_000_000),
        ] as [(Duration, Int)])
    func durationsRoundUp(duration: Duration, milliseconds: Int) {
        #expect(duration.wholeMilliseconds == milliseconds)
    }
}
