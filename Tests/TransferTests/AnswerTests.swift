import Testing

@testable import Transfer

@Suite(.enabled(if: TestServer.isAvailable, "python3 is not installed"))
struct AnswerTests {
    @Test func givesStatusHeadersAndBody() async throws {
        let server = try await TestServer.shared.value
        try await TransferClient.use { client async throws in
            let response = try await client.perform(Request(url: server.url("/hello")))
            #expect(response.status == 200)
            #expect(response.body == Array("hello".utf8))
            #expect(response.httpVersion == .http11)
            #expect(response.effectiveURL == server.url("/hello"))
            #expect(response.value(ofHeader: "x-oNE") == "1")
            #expect(response.value(ofHeader: "x-two") == nil)
            #expect(response.headers.filter { $0.name == "Set-Cookie" }.map(\.value) == ["a=1", "b=2"])
            #expect(response.duration > .zero)
        }
    }

    @Test(arguments: [204, 304, 404, 500, 599])
    func everyStatusIsAnAnswer(status: Int) async throws {
        let server = try await TestServer.shared.value
        try await TransferClient.use { client async throws in
            let response = try await client.perform(Request(url: server.url("/status/\(status)")))
            #expect(response.status == status)
        }
    }

    @Test func sendsMethodHeadersAndBody() async throws {
        let server = try await TestServer.shared.value
        try await TransferClient.use { client async throws in
            let plain = try await client.text(server.url("/head?q=1"))
            #expect(plain.hasPrefix("GET /head?q=1 HTTP/1.1\r\n"))
            #expect(plain.contains("\r\nUser-Agent: transfer-tests\r\n"))
            #expect(plain.contains("gzip") && plain.contains("br"))
            #expect(!plain.lowercased().contains("cookie"))

            let headers = [Header("X-Token", "t"), Header("X-Empty", ""), Header("User-Agent", "other")]
            let request = Request(url: server.url("/head"), method: "DELETE", headers: headers, body: [1, 2, 3])
            let head = String(decoding: try await client.perform(request).body, as: UTF8.self)
            #expect(head.hasPrefix("DELETE /head HTTP/1.1\r\n"))
            #expect(head.contains("\r\nX-Token: t\r\n"))
            #expect(head.contains("\r\nX-Empty:\r\n"))
            #expect(head.contains("\r\nUser-Agent: other\r\n"))
            #expect(head.contains("\r\nContent-Length: 3\r\n"))
            #expect(!head.contains("transfer-tests"))
            #expect(!head.contains("Content-Type"))
        }
    }

    @Test(arguments: ["GET", "POST", "PUT", "PATCH"])
    func bodiesOfAnyBytesArrive(method: String) async throws {
        let server = try await TestServer.shared.value
        try await TransferClient.use { client async throws in
            for body in [[], [0], Array("a=1".utf8), (0..<100_000).map { UInt8(truncatingIfNeeded: $0) }] {
                let request = Request(url: server.url("/echo"), method: method, body: body)
                #expect(try await client.perform(request).body == body)
            }
        }
    }

    @Test func headHasNoBody() async throws {
        let server = try await TestServer.shared.value
        try await TransferClient.use { client async throws in
            let response = try await client.perform(Request(url: server.url("/hello"), method: "HEAD"))
            #expect(response.status == 200)
            #expect(response.value(ofHeader: "Content-Length") == "5")
            #expect(response.body.isEmpty)
            #expect(try await client.text(server.url("/hello")) == "hello")
        }
    }

    @Test func readsChunks() async throws {
        let server = try await TestServer.shared.value
        try await TransferClient.use { client async throws in
            #expect(try await client.text(server.url("/chunked")) == "hellohellohello")
        }
    }

    @Test(arguments: CodedBody.all)
    func undoesEveryCoding(coded: CodedBody) async throws {
        let server = try await TestServer.shared.value
        try await TransferClient.use { client async throws in
            let request = Request(url: server.url("/coded/\(coded.coding)"), method: "POST", body: coded.bytes)
            let response = try await client.perform(request)
            #expect(response.body == CodedBody.plain)
        }
    }

    @Test func followsRedirectsToTheirEnd() async throws {
        let server = try await TestServer.shared.value
        try await TransferClient.use { client async throws in
            var request = Request(url: server.url("/redirect/3"))
            let response = try await client.perform(request)
            #expect(response.body == Array("arrived".utf8))
            #expect(response.effectiveURL == server.url("/redirect/0"))
            #expect(response.value(ofHeader: "Location") == nil)

            request.limits.redirects = 0
            let redirecting = try await client.perform(request)
            #expect(redirecting.status == 302)
            #expect(redirecting.value(ofHeader: "Location") == "/redirect/2")
        }
    }

    @Test func authorizationStaysWithItsHost() async throws {
        let server = try await TestServer.shared.value
        try await TransferClient.use { client async throws in
            let other = "http://localhost:\(server.port)/head"
            let headers = [Header("Authorization", "secret")]
            let elsewhere = Request(url: server.url("/elsewhere?\(other)"), headers: headers)
            let there = String(decoding: try await client.perform(elsewhere).body, as: UTF8.self)
            #expect(there.contains("Host: localhost") && !there.contains("secret"))
            let same = Request(url: server.url("/elsewhere?/head"), headers: headers)
            let here = String(decoding: try await client.perform(same).body, as: UTF8.self)
            #expect(here.contains("Authorization: secret"))
        }
    }
}
