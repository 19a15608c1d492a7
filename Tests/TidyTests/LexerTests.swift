import Testing

struct LexerTests {
    @Test(arguments: [
        ("let a = 1", ["let", "a", "=", "1"]),
        ("", []),
        ("a // b \"c\"\nd", ["a", "// b \"c\"", "d"]),
        ("/* a /* b */ c */ d", ["/* a /* b */ c */", "d"]),
        (#""a // b""#, ["a // b"]),
        (#""a \" b" c"#, [#"a \" b"#, "c"]),
        (#""a \(b + "c") d""#, ["a ", "b", "+", "c", " d"]),
        (#""\(f(x: (1)))!""#, ["", "f", "(", "x", ":", "(", "1", ")", ")", "!"]),
        ("\"\"\"\n  a \"b\" c\n  \"\"\" d", ["\n  a \"b\" c\n  ", "d"]),
        ("#\"a \\(b) \"c\"# d", ["a \\(b) \"c", "d"]),
        ("\"unfinished\nnext", ["unfinished", "next"]),
    ])
    func cuts(_ text: String, into expected: [String]) {
        #expect(Lexer.tokens(of: text).map(\.text) == expected)
    }

    @Test func countsLinesThroughTextAndComments() {
        let tokens = Lexer.tokens(of: "a\n/* b\n */ c\n\"\"\"\nd\n\"\"\" e \"x\\(f\n)\" g")
        let lines = Dictionary(tokens.map { ($0.text, $0.line) }) { first, _ in first }
        #expect(lines["a"] == 1)
        #expect(lines["c"] == 3)
        #expect(lines["e"] == 6)
        #expect(lines["f"] == 6)
        #expect(lines["g"] == 7)
    }

    @Test func tellsDocumentationFromComments() {
        #expect(Lexer.tokens(of: "/// a\n// b").map(\.kind) == [.documentation, .comment])
    }
}
