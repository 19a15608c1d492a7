import Foundation
import NIOCore
import NIOPosix
import Testing

@testable import Origin

/// What HTTP/1 asks of a server beyond its answers, byte by byte.
@Suite struct OriginProtocolTests {
    let site: Site

    init() throws {
        site = try Site()
        try site.writeAllCodings("a.json", "plain")
    }

    private func statuses(_ answer: String) -> [String] {
        answer.components(separatedBy: "HTTP/1.1 ").dropFirst().map { String($0.prefix(3)) }
    }

    // MARK: Requests as a whole

    @Test(
        arguments: [
            // HTTP/1.1 names its host, once; HTTP/1.0 need not.
            ("GET /a.json HTTP/1.1\r\n\r\n", 400),
            ("GET /a.json HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400),
            ("GET /a.json HTTP/1.0\r\n\r\n", 200),
            ("GET /a.json HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n", 400),
            ("GET http://x/a.json HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n", 200),
            ("GET a.json HTTP/1.1\r\nHost: t\r\n\r\n", 400),
            ("GET /a.json HTTP/3.0\r\nHost: t\r\n\r\n", 505),
            ("GET /a.json SPDY/1.1\r\nHost: t\r\n\r\n", 400),
            ("FETCH /a.json HTTP/1.1\r\nHost: t\r\n\r\n", 501),
            ("GET /a.json HTTP/1.1\r\nHost: t\r\nX y: z\r\n\r\n", 400),
            ("GET /a.json HTTP/1.1\r\nHost: t\r\nContent-Length: x\r\n\r\n", 400),
            ("GET /a.json HTTP/1.1\r\nHost: t\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400),
            ("POST /a.json HTTP/1.1\r\nHost: t\r\nContent-Length: 65537\r\n\r\n", 413),
            ("POST /a.json HTTP/1.1\r\nHost: t\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n", 413),
            ("GET /a.json HTTP/1.1\r\nHost: t\r\nExpect: more\r\n\r\n", 417),
            ("() { :; } HTTP/1.1\r\n\r\n", 501),
        ])
    func whatIsNoProperRequestIsRefused(request: String, status: Int) async throws {
        try await site.serve { client in
            let answer = try await RawClient.exchange(port: client.port, request)
            // Read to its end: the connection was closed.
            #expect(answer.hasPrefix("HTTP/1.1 \(status) "), "\(answer.prefix(60))")
            #expect(answer.lowercased().contains("\r\nconnection: close\r\n"))
            #expect(answer.contains("\r\nDate: "))
            #expect(answer.contains("nosniff"))
        }
    }

    @Test(
        arguments: [
            ("X-Long: " + String(repeating: "x", count: OriginLimits.requestFieldsBytes), 431),
            (String(repeating: "X: y\r\n", count: OriginLimits.requestFields) + "X: y", 431),
        ])
    func fieldsBeyondTheLimitAreRefused(field: String, status: Int) async throws {
        try await site.serve { client in
            let answer = try await RawClient.send(port: client.port, "GET /a.json HTTP/1.1", [field])
            #expect(answer.hasPrefix("HTTP/1.1 \(status) "), "\(answer.prefix(60))")
        }
    }

    @Test func anAddressBeyondTheLimitIsRefused() async throws {
        try await site.serve { client in
            let query = String(repeating: "x", count: OriginLimits.targetBytes)
            let answer = try await RawClient.send(port: client.port, "GET /a.json?\(query) HTTP/1.1")
            #expect(answer.hasPrefix("HTTP/1.1 414 "))
        }
    }

    @Test func aBodyIsReadAndDropped() async throws {
        let body = String(repeating: "x", count: OriginLimits.requestBodyBytes)
        try await site.serve { client in
            let answer = try await RawClient.exchange(
                port: client.port,
                "POST /a.json HTTP/1.1\r\nHost: t\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
                    + "GET /a.json HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n")
            #expect(statuses(answer) == ["405", "200"])
        }
    }

    @Test func aBodyWithoutEndIsRefused() async throws {
        let chunk = "8000\r\n" + String(repeating: "x", count: 0x8000) + "\r\n"
        try await site.serve { client in
            let answer = try await RawClient.exchange(
                port: client.port,
                "POST /a.json HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n\(chunk)\(chunk)\(chunk)")
            #expect(answer.hasPrefix("HTTP/1.1 413 "))
        }
    }

    // MARK: Connections

    @Test func requestsThatComeAtOnceAreAnsweredInOrder() async throws {
        try site.write("b.json", "other")
        try await site.serve { client in
            let paths = ["/a.json", "/b.json", "/none.json", "/b.json", "/a.json"]
            let requests = paths.map { "GET \($0) HTTP/1.1\r\nHost: t\r\n\r\n" }.joined()
            let answer = try await RawClient.exchange(
                port: client.port, requests + "GET /a.json HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n")
            let bodies = answer.components(separatedBy: "HTTP/1.1 ").dropFirst()
                .map { $0.components(separatedBy: "\r\n\r\n")[1] }
            #expect(Array(bodies) == ["plain", "other", "Not found\n", "other", "plain", "plain"])
        }
    }

    @Test func whatFollowsTheLastRequestIsNotAnswered() async throws {
        try await site.serve { client in
            let answer = try await RawClient.exchange(
                port: client.port,
                "GET /a.json HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\nGET /a.json HTTP/1.1\r\nHost: t\r\n\r\n")
            #expect(statuses(answer) == ["200"])
        }
    }

    @Test func anOlderClientKeepsItsConnectionWhereItAsksTo() async throws {
        try await site.serve { client in
            let kept = "GET /a.json HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"
            let answer = try await RawClient.exchange(port: client.port, kept + "GET /a.json HTTP/1.0\r\n\r\n")
            #expect(statuses(answer) == ["200", "200"])
            #expect(answer.contains("\r\nConnection: keep-alive\r\n"))
            #expect(answer.contains("\r\nConnection: close\r\n"))
            #expect(!answer.lowercased().contains("transfer-encoding"))
        }
    }

    @Test func aClientThatSendsNoMoreStillGetsItsAnswer() async throws {
        try await site.serve { client in
            let answer = try await RawClient.exchange(
                port: client.port, "GET /a.json HTTP/1.1\r\nHost: t\r\n\r\n", endsInput: true)
            #expect(answer.hasSuffix("\r\n\r\nplain"))
        }
    }

    // MARK: Slow clients

    @Test(
        arguments: [
            "", "GET /a.json HT", "GET /a.json HTTP/1.1\r\nHost: t\r\n",
            "POST /a.json HTTP/1.1\r\nHost: t\r\nContent-Length: 5\r\n\r\nx",
            "GET /a.json HTTP/1.1\r\nHost: t\r\n\r\nGET /a",
        ])
    func whoDoesNotFinishIsLetGo(request: String) async throws {
        // Long enough for a busy machine to read what is there, and to answer it.
        try await site.serve(change: {
            $0.limits.request = .seconds(8)
            $0.limits.idle = .seconds(8)
            $0.limits.sweep = .milliseconds(20)
        }) { client in
            // Returns when the server has closed the connection.
            let answer = try await RawClient.exchange(port: client.port, request)
            #expect(statuses(answer) == (request.contains("\r\n\r\nGET") ? ["200"] : []))
        }
    }

    @Test func whoAsksAndDoesNotReadIsLetGo() async throws {
        let size = 40_000_000
        try site.write("dump.csv", String(repeating: "x", count: size))
        try await site.serve(change: { $0.limits = Self.hurried }) { client in
            let received = try await RawClient.bytesLeftForALateReader(
                port: client.port, "GET /dump.csv HTTP/1.1\r\nHost: t\r\n\r\n")
            #expect(received < size)
        }
    }

    /// Times a test can wait for.
    private static var hurried: ConnectionLimits {
        var limits = ConnectionLimits()
        limits.request = .seconds(1)
        limits.idle = .seconds(1)
        limits.answer = .milliseconds(300)
        limits.leastBytesPerSecond = 1_000_000_000
        limits.closing = .milliseconds(100)
        limits.sweep = .milliseconds(20)
        return limits
    }

    @Test func tooManyConnectionsPushOutThoseThatAskNothing() async throws {
        // One for each event loop.
        let loops = AllowedCores.count
        try await site.serve(change: { $0.limits.connections = loops }) { client in
            try await withThrowingTaskGroup { group in
                for _ in 0..<(8 * loops) {
                    group.addTask { _ = try await RawClient.exchange(port: client.port, "GET /a") }
                }
                // Long before their time is up all are closed but the last of each loop.
                for _ in 0..<(7 * loops) { _ = try await group.next() }
                // These push out the rest.
                for _ in 0..<loops {
                    let answer = try await RawClient.send(port: client.port, "GET /a.json HTTP/1.1")
                    #expect(answer.hasSuffix("plain"))
                }
            }
        }
    }

    // MARK: OPTIONS

    @Test(
        arguments: [
            ("/a.json", "*"), ("/e/x/main/latest.json", "*"), ("/", nil), ("*", nil), ("/a.css", nil),
        ] as [(String, String?)])
    func whatMayBeAskedIsSaid(target: String, origin: String?) async throws {
        try await site.serve { client in
            let answer = try await RawClient.send(
                port: client.port, "OPTIONS \(target) HTTP/1.1",
                ["Origin: https://other.example", "Access-Control-Request-Method: GET"])
            #expect(answer.hasPrefix("HTTP/1.1 204 "))
            #expect(answer.contains("\r\nAllow: GET, HEAD, OPTIONS\r\n"))
            #expect(answer.contains("\r\nAccess-Control-Allow-Origin: *\r\n") == (origin != nil))
            #expect(answer.contains("\r\nAccess-Control-Allow-Headers: ") == (origin != nil))
            #expect(answer.hasSuffix("\r\n\r\n"))
            #expect(!answer.lowercased().contains("content-length"))
        }
    }
}
