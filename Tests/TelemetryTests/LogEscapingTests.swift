import Testing

@testable import Telemetry

@Suite struct LogEscapingTests {
    @Test(
        arguments: [
            ("", #""""#),
            ("plain", "plain"),
            ("名前", "名前"),
            ("two words", #""two words""#),
            ("a=b", #""a=b""#),
            ("say \"hi\"", #""say \"hi\"""#),
            ("back\\slash", #"back\\slash"#),
            ("line\nbreak", #""line\nbreak""#),
            ("bell\u{7}", #""bell\u0007""#),
            ("delete\u{7F}", #"delete\u007f"#),
            ("\u{202E}gnp", #"\u202egnp"#),
        ])
    func quotesAWordOnlyWhereItMust(text: String, expected: String) {
        #expect(LogEscaping.word(text) == expected)
    }

    @Test func cutsAtTheLimit() {
        let limit = LogEscaping.longestText
        #expect(LogEscaping.escape(String(repeating: "x", count: limit), quotes: true).count == limit)
        let cut = LogEscaping.escape(String(repeating: "x", count: limit + 1), quotes: true)
        #expect(cut == String(repeating: "x", count: limit) + "…")
    }
}
