import Foundation
import Rankings
import Synchronization
import Testing

/// Lists of events that do not come.
@Suite(.serialized) struct ListTests {
    private static let starts = Instant(unixSeconds: 1_767_247_200)

    @Test func aListThatDoesNotComeHoldsNoKnownBoardBack() async throws {
        let house = try House()
        try house.startSimulator(["--epoch", "\(Self.starts)", "--start-at", "\(Self.starts)", "--speed", "max"])
        let asked = Mutex(0)
        let known = try AnsweringServer { _ in
            asked.withLock { $0 += 1 }
            return .init("{\"score\":7}")
        }
        // It answers once the board of the other game was asked for, or gives up.
        let listing = try AnsweringServer { _ in
            let before = asked.withLock { $0 }
            for _ in 0..<500 where asked.withLock({ $0 }) == before { usleep(10_000) }
            return asked.withLock { $0 } > before ? .init("[]") : .init(status: 500)
        }
        let requests = "requests: [{path: \"/border/{event}/{rank}\", shows: borders, score: score}]"
        try house.configure(
            games: [
                """
                id: known, name: K, adapter: mapped, url: "\(known.url)", cadence: 1m, ranks: [100], events: [{id: "1", \
                name: E, starts: "\(Self.starts)", ends: "\(Self.starts + .hours(9))"}], mapped: {\(requests)}
                """,
                """
                id: a-listing, name: L, adapter: mapped, url: "\(listing.url)", cadence: 1m, ranks: [100], \
                mapped: {\(requests), events: {path: /events, id: id, name: name, starts: s, ends: e}}
                """,
            ], clock: house.simulatorURL)
        // The first crawl learns of the board from a list of its own, when the other has given up.
        #expect(try house.run(["crawl"]).status == 3)
        try await house.advanceSimulator(to: Self.starts + .minutes(1))
        let second = try house.run(["crawl"])
        #expect(second.status == 0, "\(second.errors)")
        #expect(try house.outcomes(of: "known-1/main") == ["changed", "unchanged"])
        #expect(listing.requests.count == 2)
    }
}
