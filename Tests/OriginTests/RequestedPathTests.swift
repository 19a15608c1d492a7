import Testing

@testable import Origin

@Suite struct RequestedPathTests {
    @Test(
        arguments: [
            ("/", .index("index.html")),
            ("/index.html", .file("index.html")),
            ("/e/sim-1/main/", .index("e/sim-1/main/index.html")),
            ("/e/sim-1/main", .file("e/sim-1/main")),
            ("/e/sim-1/main/latest.json", .file("e/sim-1/main/latest.json")),
            ("/%65/x", .file("e/x")),
            ("/a%20b", .file("a b")),
            ("/%E5%90%8D", .file("名")),
            ("/a%2525", .file("a%25")),
            ("/a+b", .file("a+b")),
            ("/a..b", .file("a..b")),
            ("/a.br.html", .file("a.br.html")),
            ("/dumps/sim-1/final-0123abcd/changes.csv.gz", .file("dumps/sim-1/final-0123abcd/changes.csv.gz")),
        ] as [(String, RequestedPath)])
    func namesAFile(raw: String, expected: RequestedPath) {
        #expect(RequestedPath(raw) == expected)
    }

    @Test(
        arguments: [
            "", "x", "//", "//x", "/x//y", "/x//", "/.", "/..", "/./x", "/../x", "/x/..", "/x/../y", "/x/./",
            "/%2e%2e/x", "/%2E./x", "/.%2e/x", "/..%2fx", "/x%2fy", "/x%2Fy", "/x%5cy", "/x\\y", "/%5c..%5cx",
            "/.hidden", "/x/.git/config", "/%2ehidden", "/x%00", "/x%00.html", "/x%0a", "/x%1f", "/x%7f",
            "/dumps/index.html.gz", "/dumps/index.json.gz", "/dumps/x.csv.br", "/dumps/.csv.gz", "/dumps.csv.gz",
            "/e/x.csv.gz", "/dumps/.new.1.2.part/x.csv.gz", "/dumps/a.csv.gz/b", "/x/dumps/a.csv.gz",
            "/index.html.br", "/index.html.gz", "/x.tmp", "/x~", "/x.%62r", "/.index.html.1.2.tmp",
        ])
    func refusesWhatIsNeverPublished(raw: String) {
        #expect(RequestedPath(raw) == .refused)
    }

    @Test(arguments: ["/%", "/%4", "/%zz", "/%4g/x", "/x%", "/%-1", "/%ff", "/%c0%ae%c0%ae/x", "/%ed%a0%80"])
    func refusesWhatIsNoText(raw: String) {
        #expect(RequestedPath(raw) == .malformed)
    }

    @Test func refusesWhatIsTooLong() {
        let longest = "/" + String(repeating: "x", count: RequestedPath.limitBytes - 1)
        #expect(RequestedPath(longest) == .file(String(longest.dropFirst())))
        #expect(RequestedPath(longest + "x") == .refused)
    }
}
