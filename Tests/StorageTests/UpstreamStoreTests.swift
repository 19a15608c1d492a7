import Rankings
import Storage
import Testing

@Suite struct UpstreamStoreTests {
    @Test func aSessionIsHeldByOneAndKeptForTheNext() async throws {
        try await StoreFixture.run { fixture in
            let (first, second) = (ClaimOwner(), ClaimOwner())
            let taken = try await fixture.store.takeSession(of: "sim/main", holder: first, lease: .seconds(60))
            #expect(taken.isTaken && taken.sealed == nil)
            #expect(try await !fixture.store.takeSession(of: "sim/main", holder: second, lease: .seconds(60)).isTaken)
            #expect(try await fixture.store.takeSession(of: "sim/other", holder: second, lease: .zero).isTaken)
            #expect(try await fixture.store.releaseSession(of: "sim/main", holder: first, keeping: [0, 255, 7]))
            let next = try await fixture.store.takeSession(of: "sim/main", holder: second, lease: .seconds(60))
            #expect(next.isTaken && next.sealed == [0, 255, 7])
        }
    }

    @Test func whoseLeaseHasEndedChangesNothing() async throws {
        try await StoreFixture.run { fixture in
            let (paused, next) = (ClaimOwner(), ClaimOwner())
            _ = try await fixture.store.takeSession(of: "sim/main", holder: paused, lease: .zero)
            var taken = (isTaken: false, sealed: [UInt8]?.none)
            // The lease ends by the database's clock, which has to move on by a millisecond.
            while !taken.isTaken {
                taken = try await fixture.store.takeSession(of: "sim/main", holder: next, lease: .seconds(60))
            }
            #expect(try await !fixture.store.releaseSession(of: "sim/main", holder: paused, keeping: [1]))
            #expect(try await fixture.store.releaseSession(of: "sim/main", holder: next, keeping: [2]))
            let kept = try await fixture.store.takeSession(of: "sim/main", holder: paused, lease: .zero)
            #expect(kept.sealed == [2])
        }
    }

    @Test func countsOfSeveralProcessesAddUpAndOldOnesGo() async throws {
        try await StoreFixture.run { fixture in
            let fast = KeptHostCount(host: "http://a", latency: 3, requests: 2)
            let failed = KeptHostCount(host: "http://a", latency: nil, requests: 1)
            let store = fixture.store
            try await store.addHostCounts([fast, failed], of: "sim", in: 100, dropping: 53)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        try await store.addHostCounts(
                            [KeptHostCount(host: "http://b", latency: 0, requests: 1), fast], of: "sim", in: 101,
                            dropping: 54)
                    }
                }
                try await group.waitForAll()
            }
            #expect(
                try await store.hostCounts(of: "sim", since: 100) == [
                    KeptHostCount(host: "http://a", latency: 3, requests: 18), failed,
                    KeptHostCount(host: "http://b", latency: 0, requests: 8),
                ])
            #expect(try await store.hostCounts(of: "sim", since: 101).count == 2)
            #expect(try await store.hostCounts(of: "other", since: 0).isEmpty)
            try await store.addHostCounts([], of: "sim", in: 148, dropping: 101)
            #expect(try await store.hostCounts(of: "sim", since: 0).count == 2)
        }
    }

    @Test func theNewestPauseOfAHostIsKept() async throws {
        try await StoreFixture.run { fixture in
            let first = KeptHostPause(host: "http://a", until: Instant(unixMilliseconds: 5_000_000_001), status: 503)
            let second = KeptHostPause(host: "http://a", until: Instant(unixSeconds: 7_000_000), status: 429)
            try await fixture.store.pauseHost(first, of: "sim")
            #expect(try await fixture.store.hostPauses(of: "sim") == [first])
            try await fixture.store.pauseHost(second, of: "sim")
            #expect(try await fixture.store.hostPauses(of: "sim") == [second])
        }
    }
}
