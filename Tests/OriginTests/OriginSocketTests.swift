import Foundation
import Logging
import Testing

@testable import Origin

/// What only the bytes on a socket can show.
@Suite struct OriginSocketTests {
    let site: Site

    init() throws { site = try Site() }

    private func serve(_ test: @escaping @Sendable (Int) async throws -> Void) async throws {
        try await site.serve { client in try await test(client.port) }
    }

    @Test func headHasTheFieldsOfGetAndNoBody() async throws {
        try site.writeAllCodings("a.json", "plain")
        try await serve { port in
            let get = try await RawClient.send(port: port, "GET /a.json HTTP/1.1", ["Accept-Encoding: gzip"])
            let head = try await RawClient.send(port: port, "HEAD /a.json HTTP/1.1", ["Accept-Encoding: gzip"])
            func fields(_ answer: String) throws -> Set<Substring> {
                let end = try #require(answer.range(of: "\r\n\r\n"))
                let lines = answer[..<end.lowerBound].split(separator: "\r\n")
                return Set(lines.filter { !$0.lowercased().hasPrefix("date:") })
            }
            #expect(try fields(head) == fields(get))
            #expect(head.lowercased().contains("\r\ncontent-length: 11\r\n"))
            #expect(head.hasSuffix("\r\n\r\n"))
            #expect(get.hasSuffix("\r\n\r\ngz of plain"))
        }
    }

    @Test func anAnswerWithoutBodyLeavesTheConnectionInOrder() async throws {
        try site.write("a.json", "plain")
        try await serve { port in
            let answer = try await RawClient.exchange(
                port: port,
                "HEAD /a.json HTTP/1.1\r\nHost: t\r\n\r\n"
                    + "GET /a.json HTTP/1.1\r\nHost: t\r\nIf-None-Match: *\r\n\r\n"
                    + "GET /a.json HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n")
            let parts = answer.components(separatedBy: "HTTP/1.1 ").dropFirst().map { $0 }
            #expect(parts.map { String($0.prefix(3)) } == ["200", "304", "200"])
            #expect(parts[0].hasSuffix("\r\n\r\n"))
            #expect(parts[1].hasSuffix("\r\n\r\n"))
            #expect(!parts[1].lowercased().contains("transfer-encoding"))
            #expect(!parts[1].lowercased().contains("content-length"))
            #expect(parts[2].hasSuffix("\r\n\r\nplain"))
        }
    }

    /// Some are in memory, one is read piece by piece, and the last is no request: nobody overtakes.
    @Test(arguments: [false, true])
    func whoAsksAheadIsAnsweredInOrder(endsInput: Bool) async throws {
        try site.write("a.json", "small")
        let large = String(repeating: "large ", count: OriginLimits.keptFileBytes / 6 + 1)
        try site.write("b.csv", large)
        try await serve { port in
            let paths = ["/a.json", "/b.csv", "/a.json", "/none.json", "/b.csv", "/a.json"]
            let requests = paths.map { "GET \($0) HTTP/1.1\r\nHost: t\r\n\r\n" }.joined()
            let answer = try await RawClient.exchange(
                port: port, requests + (endsInput ? "" : "GET / HTTP/1.1\r\nHost t\r\n\r\n"), endsInput: endsInput)
            let parts = answer.components(separatedBy: "HTTP/1.1 ").dropFirst().map { $0 }
            let statuses = parts.map { String($0.prefix(3)) }
            #expect(statuses == ["200", "200", "200", "404", "200", "200"] + (endsInput ? [] : ["400"]))
            let bodies = parts.prefix(6).map { $0.components(separatedBy: "\r\n\r\n")[1] }
            #expect(bodies == ["small", large, "small", "Not found\n", large, "small"])
        }
    }

    @Test(
        arguments: [
            ("/a.json", 200), ("/%61.json", 200), ("http://test/a.json", 200), ("/a.json?x", 200),
            ("/../a.json", 404), ("/x/../a.json", 404), ("/%2e%2e/a.json", 404), ("//a.json", 404), ("/./a.json", 404),
            ("/..%2f..%2fetc/passwd", 404), ("/%2e%2e%2f%2e%2e%2fetc/passwd", 404), ("/..\\a.json", 404),
            ("/a.json%00", 404), ("/a.json%00.html", 404), ("/.a.json.1.tmp", 404), ("/a.json.br", 404),
            ("/a.json.gz", 404), ("/a%", 400), ("/%ff", 400), ("http://test/../a.json", 404),
        ])
    func noPathLeavesTheRoot(path: String, status: Int) async throws {
        try site.writeAllCodings("a.json", "plain")
        try site.write(".a.json.1.tmp", "unfinished")
        try await serve { port in
            let answer = try await RawClient.send(port: port, "GET \(path) HTTP/1.1")
            #expect(answer.hasPrefix("HTTP/1.1 \(status) "))
            #expect(answer.hasSuffix("plain") == (status == 200))
            #expect(answer.contains("nosniff"))
            #expect(!answer.contains("unfinished") && !answer.contains("root:"))
        }
    }

    @Test func aBodyIsRefusedWithTheMethod() async throws {
        try await serve { port in
            let answer = try await RawClient.send(port: port, "POST / HTTP/1.1", ["Content-Length: 0"])
            #expect(answer.hasPrefix("HTTP/1.1 405 "))
            #expect(answer.contains("\r\nAllow: GET, HEAD, OPTIONS\r\n"))
        }
    }

    @Test func aTakenPortIsSaid() async throws {
        let site = site
        try await serve { port in
            let server = OriginServer(
                configuration: OriginConfiguration(root: site.root, host: "127.0.0.1", port: port),
                time: FixedTime(instant: Site.now), logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
            let error = await #expect(throws: OriginError.self) { try await server.run() }
            #expect(error?.code == .cannotListen)
            #expect(error?.description.hasPrefix("cannot listen on 127.0.0.1 port \(port): ") == true)
        }
    }

    @Test func tellsItsPortAndStopsWhenCancelled() async throws {
        try site.write("a.json", "plain")
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let server = OriginServer(
            configuration: OriginConfiguration(root: site.root, host: "127.0.0.1", port: 0),
            time: FixedTime(instant: Site.now), logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            onListening: { port.yield($0) })
        try await withThrowingTaskGroup { group in
            group.addTask { try await server.run() }
            for await listening in ports {
                let answer = try await RawClient.send(port: listening, "GET /a.json HTTP/1.1")
                #expect(answer.hasSuffix("plain"))
                break
            }
            group.cancelAll()
        }
    }
}
