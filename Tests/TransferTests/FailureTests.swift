import Testing

@testable import Transfer

@Suite(.enabled(if: TestServer.isAvailable, "python3 is not installed"))
struct FailureTests {
    @Test(
        arguments: [
            ("/cut", .cutShort),
            ("/cut-chunked", .cutShort),
            ("/cut-head", .cutShort),
            ("/nothing", .cutShort),
            ("/garbage", .malformedAnswer),
            ("/elsewhere?file:///etc/hostname", .schemeNotAllowed),
            ("/elsewhere?ftp://127.0.0.1/", .schemeNotAllowed),
            ("/elsewhere?gopher://127.0.0.1/", .schemeNotAllowed),
        ] as [(String, TransferError.Kind)])
    func aBadAnswerIsTold(path: String, kind: TransferError.Kind) async throws {
        let server = try await TestServer.shared.value
        try await TransferClient.use { client async throws in
            #expect(try await client.failure(Request(url: server.url(path))) == kind)
            #expect(try await client.text(server.url("/hello")) == "hello")
        }
    }

    @Test(arguments: ["gzip", "deflate", "br", "zstd", "unknown"])
    func aBodyThatIsNotWhatItSaysIsTold(coding: String) async throws {
        let server = try await TestServer.shared.value
        try await TransferClient.use { client async throws in
            let plain = Array("this is not compressed at all, whatever its header says".utf8)
            let request = Request(url: server.url("/coded/\(coding)"), method: "POST", body: plain)
            #expect(try await client.failure(request) == .badEncoding)
        }
    }

    @Test func bytesAfterACompressedBodyAreTold() async throws {
        let server = try await TestServer.shared.value
        try await TransferClient.use { client async throws in
            let body = CodedBody.all[0].bytes + Array("more".utf8)
            let request = Request(url: server.url("/coded/gzip"), method: "POST", body: body)
            #expect(try await client.failure(request) == .badEncoding)
        }
    }

    @Test func nobodyThereIsRefused() async throws {
        let server = try await TestServer.shared.value
        try await TransferClient.use { client async throws in
            let request = Request(url: "http://127.0.0.1:\(server.refusingPort)/")
            #expect(try await client.failure(request) == .refused)
        }
    }

    @Test func aNameThatCannotBeIsUnresolved() async throws {
        // A label has 63 characters at most, so no resolver is asked.
        let name = String(repeating: "a", count: 64)
        try await TransferClient.use { client async throws in
            #expect(try await client.failure(Request(url: "http://\(name)/")) == .unresolved)
        }
    }

    @Test(
        arguments: [
            ("", .malformedURL),
            ("/path", .malformedURL),
            ("127.0.0.1/", .malformedURL),
            ("http://", .malformedURL),
            ("http://127.0.0.1:99999/", .malformedURL),
            ("http://127.0.0.1/a b", .malformedURL),
            ("http://127.0.0.1/\r\nX: y", .malformedURL),
            ("http://127.0.0.1/\0", .malformedURL),
            ("file:///etc/hostname", .schemeNotAllowed),
            ("ftp://127.0.0.1/", .schemeNotAllowed),
            ("unheard-of://127.0.0.1/", .schemeNotAllowed),
        ] as [(String, TransferError.Kind)])
    func aWrongURLIsNotAskedFor(url: String, kind: TransferError.Kind) async throws {
        try await TransferClient.use { client async throws in
            #expect(try await client.failure(Request(url: url)) == kind)
        }
    }

    @Test func aSchemeMayBeForbidden() async throws {
        let server = try await TestServer.shared.value
        try await TransferClient.use { client async throws in
            let limits = Limits(schemes: [.https])
            #expect(
                try await client.failure(Request(url: server.url("/hello"), limits: limits)) == .schemeNotAllowed)
        }
    }

    @Test(arguments: [
        Request(url: "http://127.0.0.1/", method: ""),
        Request(url: "http://127.0.0.1/", method: "GET / HTTP/1.1\r\nX:"),
        Request(url: "http://127.0.0.1/", headers: [Header("", "x")]),
        Request(url: "http://127.0.0.1/", headers: [Header("X y", "x")]),
        Request(url: "http://127.0.0.1/", headers: [Header("X:", "x")]),
        Request(url: "http://127.0.0.1/", headers: [Header("X", "x\r\nY: z")]),
        Request(url: "http://127.0.0.1/", headers: [Header("X", "x\0")]),
    ])
    func whatHTTPForbidsIsNotSent(request: Request) async throws {
        try await TransferClient.use { client async throws in
            #expect(try await client.failure(request) == .malformedRequest)
        }
    }

    @Test func noErrorShowsASecret() async throws {
        let server = try await TestServer.shared.value
        try await TransferClient.use { client async throws in
            let secret = "?key=hidden-1#hidden-2"
            let user = "http://hidden-3:hidden-4@127.0.0.1:"
            for url in [
                "\(user)\(server.port)/cut\(secret)", "\(user)\(server.port)/nothing\(secret)",
                "\(user)\(server.port)/garbage\(secret)", "\(user)\(server.port)/redirect/9\(secret)",
                "\(user)\(server.port)/elsewhere?file:///hidden-5", "\(user)\(server.refusingPort)/\(secret)",
                "\(user)99999/\(secret)", "ftp://hidden-3:hidden-4@127.0.0.1/\(secret)",
            ] {
                let error = await #expect(throws: TransferError.self) {
                    try await client.perform(Request(url: url, limits: Limits(redirects: 1)))
                }
                let shown = try String(describing: #require(error)) + String(reflecting: #require(error))
                #expect(!shown.contains("hidden"), "\(shown)")
            }
        }
    }

    @Test func theErrorNamesWhatWasAskedFor() async throws {
        let server = try await TestServer.shared.value
        try await TransferClient.use { client async throws in
            let error = await #expect(throws: TransferError.self) {
                try await client.perform(Request(url: server.url("/nothing?key=1")))
            }
            #expect(error?.url == server.url("/nothing"))
            #expect(
                error?.description
                    == "transfer of \(server.url("/nothing")): cut_short (Empty reply from server)")
        }
    }
}
