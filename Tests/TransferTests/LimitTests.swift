import Testing

@testable import Transfer

@Suite(.enabled(if: TestServer.isAvailable, "python3 is not installed"))
struct LimitTests {
    @Test(arguments: [0, 1, 100_000])
    func bodyMayReachItsLimitAndNotPassIt(limit: Int) async throws {
        let server = try await TestServer.shared.value
        try await TransferClient.use { client async throws in
            let limits = Limits(bodyBytes: limit)
            let whole = Request(url: server.url("/bytes/\(limit)"), limits: limits)
            #expect(try await client.perform(whole).body.count == limit)
            let longer = Request(url: server.url("/bytes/\(limit + 1)"), limits: limits)
            #expect(try await client.failure(longer) == .tooLarge)
            // Without a length, too: only the bytes themselves tell.
            let endless = Request(url: server.url("/endless/\(limit + 1)"), limits: limits)
            #expect(try await client.failure(endless) == .tooLarge)
        }
    }

    @Test(arguments: CodedBody.all)
    func theLimitCountsDecodedBytes(coded: CodedBody) async throws {
        let server = try await TestServer.shared.value
        try await TransferClient.use { client async throws in
            var request = Request(url: server.url("/coded/\(coded.coding)"), method: "POST", body: coded.bytes)
            request.limits.bodyBytes = CodedBody.plain.count
            #expect(try await client.perform(request).body == CodedBody.plain)
            request.limits.bodyBytes = CodedBody.plain.count - 1
            #expect(try await client.failure(request) == .tooLarge)
        }
    }

    @Test func aBombIsCutAtTheLimit() async throws {
        let server = try await TestServer.shared.value
        try await TransferClient.use { client async throws in
            // 50 MB of zeros in 50 KB.
            let request = Request(url: server.url("/bomb/50000000"), limits: Limits(bodyBytes: 100_000))
            #expect(try await client.failure(request) == .tooLarge)
        }
    }

    @Test func headersMayReachTheirLimitAndNotPassIt() async throws {
        let server = try await TestServer.shared.value
        try await TransferClient.use { client async throws in
            // "HTTP/1.1 200 OK", "Content-Length: 0", 50 fields of 21 bytes each, and the empty line.
            let bytes = 17 + 19 + 50 * 21 + 2
            let whole = Request(url: server.url("/fields/50"), limits: Limits(headerBytes: bytes))
            #expect(try await client.perform(whole).headers.count == 51)
            let longer = Request(url: server.url("/fields/50"), limits: Limits(headerBytes: bytes - 1))
            #expect(try await client.failure(longer) == .tooLarge)
        }
    }

    @Test(arguments: [70_000, 200_000])
    func oneLongHeaderLineIsTooLarge(bytes: Int) async throws {
        let server = try await TestServer.shared.value
        try await TransferClient.use { client async throws in
            #expect(try await client.failure(Request(url: server.url("/line/\(bytes)"))) == .tooLarge)
        }
    }

    @Test func headersOfRedirectsCountTogether() async throws {
        let server = try await TestServer.shared.value
        try await TransferClient.use { client async throws in
            var limits = Limits(headerBytes: 200)
            #expect(try await client.perform(Request(url: server.url("/redirect/1"), limits: limits)).status == 200)
            limits.headerBytes = 100
            #expect(try await client.failure(Request(url: server.url("/redirect/1"), limits: limits)) == .tooLarge)
        }
    }

    @Test func redirectsAreCounted() async throws {
        let server = try await TestServer.shared.value
        try await TransferClient.use { client async throws in
            let limits = Limits(redirects: 2)
            #expect(try await client.perform(Request(url: server.url("/redirect/2"), limits: limits)).status == 200)
            let more = Request(url: server.url("/redirect/3"), limits: limits)
            #expect(try await client.failure(more) == .tooManyRedirects)
        }
    }

    @Test(arguments: ["/hang", "/slow"])
    func aSilentServerTimesOut(path: String) async throws {
        try await TestServer.run { server async throws in
            try await TransferClient.use { client async throws in
                let request = Request(url: server.url(path), limits: Limits(total: .milliseconds(100)))
                #expect(try await client.failure(request) == .timedOut)
                // Its connection is given up with it: the one that asks is the only one.
                while try await client.text(server.url("/count/open")) != "1" {}
            }
        }
    }

    @Test func waitingForAConnectionCountsIntoTheTotal() async throws {
        try await TestServer.run { server async throws in
            try await TransferClient.use(maximumConnections: 1, maximumPerHost: 1) { client async throws in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask { _ = try? await client.perform(Request(url: server.url("/hang"))) }
                    try await TransferClient.use { _ = try await $0.text(server.url("/until/hung/1")) }
                    let second = Request(url: server.url("/hello"), limits: Limits(total: .milliseconds(100)))
                    #expect(try await client.failure(second) == .timedOut)
                    group.cancelAll()
                }
            }
        }
    }

    @Test func aCrawlingServerTimesOut() async throws {
        let server = try await TestServer.shared.value
        try await TransferClient.use { client async throws in
            let limits = Limits(slowBytesPerSecond: 1000, slowFor: .seconds(1))
            #expect(try await client.failure(Request(url: server.url("/slow"), limits: limits)) == .timedOut)
        }
    }

    @Test func connectingHasItsOwnLimit() async throws {
        let server = try await TestServer.shared.value
        try await TransferClient.use { client async throws in
            let limits = Limits(connect: .milliseconds(100))
            let request = Request(url: "http://127.0.0.1:\(server.fullPort)/", limits: limits)
            #expect(try await client.failure(request) == .timedOut)
        }
    }
}
