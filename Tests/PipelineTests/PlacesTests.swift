import Synchronization
import Testing

@testable import Pipeline

@Suite struct PlacesTests {
    private struct Refusal: Error {}

    private final class Working: Sendable {
        private let counts = Mutex([0, 0])
        func begin() { counts.withLock { $0 = [$0[0] + 1, max($0[1], $0[0] + 1)] } }
        func end() { counts.withLock { $0[0] -= 1 } }
        /// How many work now, and the most that did.
        var nowAndMost: [Int] { counts.withLock { $0 } }
    }

    @Test func noMoreThanTheCountWorkAtOneTime() async {
        let places = Places(3)
        let working = Working()
        await withDiscardingTaskGroup { group in
            for _ in 0..<60 {
                group.addTask {
                    await places.with {
                        working.begin()
                        for _ in 0..<5 { await Task.yield() }
                        working.end()
                    }
                }
            }
        }
        #expect(working.nowAndMost[0] == 0 && (1...3).contains(working.nowAndMost[1]))
    }

    /// With one place this would never end, did whoever waits keep it.
    @Test func whoWaitsLeavesItsPlaceToOthers() async throws {
        let places = Places(1)
        let (came, coming) = AsyncStream.makeStream(of: Void.self)
        try await withThrowingDiscardingTaskGroup { group in
            group.addTask {
                try await places.with {
                    try await places.without { for await _ in came { break } }
                }
            }
            group.addTask { await places.with { _ = coming.yield() } }
        }
        await places.with {}
    }

    @Test func aPlaceIsGivenBackByWhoeverFails() async throws {
        let places = Places(1)
        for _ in 0..<3 {
            await #expect(throws: Refusal.self) {
                try await places.with { try await places.without { throw Refusal() } }
            }
        }
        await places.with {}
    }
}
