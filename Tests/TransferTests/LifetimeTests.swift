import Testing

@testable import Transfer

@Suite(.enabled(if: TestServer.isAvailable, "python3 is not installed"))
struct LifetimeTests {
    @Test func aHundredTransfersRunAtOnce() async throws {
        try await TestServer.run { server async throws in
            try await TransferClient.use { client async throws in
                // Each is answered only once all hundred have come.
                let texts = try await withThrowingTaskGroup(of: String.self) { group in
                    for _ in 0..<100 { group.addTask { try await client.text(server.url("/barrier/100")) } }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                #expect(texts == Array(repeating: "together", count: 100))
            }
        }
    }

    @Test func aConnectionIsUsedAgain() async throws {
        try await TestServer.run { server async throws in
            try await TransferClient.use { client async throws in
                for _ in 0..<20 { #expect(try await client.text(server.url("/hello")) == "hello") }
                #expect(try await client.text(server.url("/count/connections")) == "1")
            }
        }
    }

    @Test(arguments: [(3, 200), (200, 3)])
    func noMoreConnectionsThanAllowedAreOpen(total: Int, perHost: Int) async throws {
        try await TestServer.run { server async throws in
            try await TransferClient.use(maximumConnections: total, maximumPerHost: perHost) { client async throws in
                try await withThrowingTaskGroup(of: String.self) { group in
                    for _ in 0..<50 { group.addTask { try await client.text(server.url("/bytes/5")) } }
                    for try await text in group { #expect(text == "xxxxx") }
                }
                let peak = Int(try await client.text(server.url("/count/peak")))
                #expect(peak.map { (1...3).contains($0) } == true)
            }
        }
    }

    @Test(arguments: ["/hang", "/slow"])
    func cancellingEndsTheTransfer(path: String) async throws {
        try await TestServer.run { server async throws in
            try await TransferClient.use { client async throws in
                try await withThrowingTaskGroup(of: Response.self) { group in
                    group.addTask { try await client.perform(Request(url: server.url(path))) }
                    _ = try await client.text(server.url("/until/hung/1"))
                    group.cancelAll()
                    await #expect(throws: CancellationError.self) { try await group.next() }
                }
                // The server sees its connection close, and the client goes on.
                _ = try await client.text(server.url("/until/released/1"))
            }
        }
    }

    @Test func aCancelledTaskSendsNothing() async throws {
        try await TestServer.run { server async throws in
            try await TransferClient.use { client async throws in
                await withTaskGroup(of: Void.self) { group in
                    group.cancelAll()
                    group.addTask {
                        await #expect(throws: CancellationError.self) {
                            try await client.perform(Request(url: server.url("/hello")))
                        }
                    }
                }
                #expect(try await client.text(server.url("/count/connections")) == "1")
            }
        }
    }

    @Test func cancellingAtAnyMomentAnswersOnce() async throws {
        try await TestServer.run { server async throws in
            try await TransferClient.use(maximumPerHost: 4, inFlightLimit: 20) { client async throws in
                for round in 0..<200 {
                    await withTaskGroup(of: Void.self) { group in
                        group.addTask {
                            do {
                                #expect(try await client.text(server.url("/hello")) == "hello")
                            } catch {
                                #expect(error is CancellationError)
                            }
                        }
                        for _ in 0..<(round % 20) { await Task.yield() }
                        group.cancelAll()
                    }
                }
                // Had one been forgotten, the client would be full by now.
                #expect(try await client.text(server.url("/hello")) == "hello")
            }
        }
    }

    @Test func closingEndsWhatIsUnderWay() async throws {
        try await TestServer.run { server async throws in
            let client = TransferClient(userAgent: "transfer-tests")
            try await TransferClient.use { observer in
                try await withThrowingTaskGroup(of: TransferError.Kind?.self) { group in
                    for _ in 0..<5 { group.addTask { try await client.failure(Request(url: server.url("/hang"))) } }
                    _ = try await observer.text(server.url("/until/hung/5"))
                    await client.close()
                    for try await kind in group { #expect(kind == .closed) }
                }
                _ = try await observer.text(server.url("/until/released/5"))
            }
            #expect(try await client.failure(Request(url: server.url("/hello"))) == .closed)
            await client.close()
        }
    }

    @Test func closingClosesIdleConnections() async throws {
        try await TestServer.run { server async throws in
            try await TransferClient.use { observer in
                let client = TransferClient(userAgent: "transfer-tests")
                _ = try await client.text(server.url("/hello"))
                await client.close()
                while try await observer.text(server.url("/count/open")) != "1" {}
            }
        }
    }

    @Test func aForgottenClientClosesItself() async throws {
        try await TestServer.run { server async throws in
            try await TransferClient.use { observer in
                _ = try await TransferClient(userAgent: "transfer-tests").text(server.url("/hello"))
                while try await observer.text(server.url("/count/open")) != "1" {}
            }
        }
    }

    @Test func oneTransferTooManyIsTurnedAway() async throws {
        try await TestServer.run { server async throws in
            try await TransferClient.use(inFlightLimit: 2) { client async throws in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for _ in 0..<2 {
                        group.addTask { _ = try? await client.perform(Request(url: server.url("/hang"))) }
                    }
                    try await TransferClient.use { _ = try await $0.text(server.url("/until/hung/2")) }
                    #expect(try await client.failure(Request(url: server.url("/hello"))) == .tooBusy)
                    group.cancelAll()
                    try await group.waitForAll()
                    #expect(try await client.text(server.url("/hello")) == "hello")
                }
            }
        }
    }
}
