import Testing

@testable import Origin

@Suite struct RequestTargetTests {
    @Test(
        arguments: [
            ("/", .path("/")), ("/a.json", .path("/a.json")), ("/a.json?x=1", .path("/a.json")), ("/?", .path("/")),
            ("/a?b?c", .path("/a")), ("//host/a", .path("//host/a")), ("/a:b", .path("/a:b")),
            ("http://host", .path("/")), ("http://host/", .path("/")), ("HTTP://Host:8080/a.json?x", .path("/a.json")),
            ("https://host/a", .path("/a")), ("http://host?x=/y", .path("/")), ("http://user@host/a", .path("/a")),
            ("*", .server),
            ("", .malformed), ("a.json", .malformed), ("host:443", .malformed), ("ftp://host/a", .malformed),
            ("http:///a", .malformed), ("http://", .malformed), ("http:/a", .malformed), ("**", .malformed),
        ] as [(String, RequestTarget)])
    func isRead(text: String, expected: RequestTarget) {
        #expect(RequestTarget(text) == expected)
    }
}
