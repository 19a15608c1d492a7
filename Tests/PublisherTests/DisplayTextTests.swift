import Testing

@testable import Publisher

struct DisplayTextTests {
    @Test(arguments: [
        ("plain", "plain"), ("みく🌊", "みく🌊"), ("ねこ🐈‍⬛", "ねこ🐈‍⬛"), ("a\u{202e}b\u{2066}c\u{200f}", "abc"),
        ("a\u{0}b\u{7}\u{1b}c\n", "a b  c "), ("zero\u{200b}width\u{feff}", "zerowidth"),
        ("\u{2028}line", " line"), ("a\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}", "a\u{301}\u{301}\u{301}\u{301}"),
        ("\u{600}<img>", "<img>"), ("\"\u{301} on", "\" on"), ("&\u{200d}lt;", "&lt;"),
        ("no\u{ffff}ne\u{fffe}", "none"),
    ])
    func neutralises(_ text: String, _ shown: String) {
        #expect(Array(DisplayText.neutral(text).unicodeScalars) == Array(shown.unicodeScalars))
    }

    @Test(arguments: [
        "", "  ", "\u{3164}", "\u{200b}\u{2800}", "\u{202e}", "\u{200d}\u{200d}", "\u{fe0f}", "\u{180e} \u{200c}",
    ])
    func aNameThatShowsNothingIsNamed(_ name: String) {
        #expect(DisplayText.visibleName(name) == nil)
    }
}
