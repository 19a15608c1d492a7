import Foundation
import Rankings
import Synchronization
import Testing

/// Upstreams that do not answer until they have seen that others were asked meanwhile.
@Suite(.serialized) struct HangingUpstreamTests {
    private static let starts = Instant(unixSeconds: 1_767_247_200)
    private static let requests = "requests: [{path: \"/border/{event}/{rank}\", shows: borders, score: score}]"

    private let house: House
    private let known: AnsweringServer
    /// How often the well one was asked.
    private let asked = Asked()

    private final class Asked: Sendable {
        private let count = Mutex(0)
        func note() { count.withLock { $0 += 1 } }

        /// Whether it has been asked so often within five seconds.
        func comes(to times: Int) -> Bool {
            for _ in 0..<500 {
                if count.withLock({ $0 }) >= times { return true }
                usleep(10_000)
            }
            return false
        }
    }

    init() throws {
        house = try House()
        try house.startSimulator(["--epoch", "\(Self.starts)", "--start-at", "\(Self.starts)", "--speed", "max"])
        known = try AnsweringServer { [asked] _ in
            asked.note()
            return .init("{\"score\":7}")
        }
        _ = try house.output(["database", "start"])
    }

    private func game(_ id: String, _ url: String, _ more: String) -> String {
        "id: \(id), name: G, adapter: mapped, url: \"\(url)\", cadence: 1m, ranks: [100], \(more)"
    }

    private func events(_ count: Int) -> String {
        let events = (1...count).map { number in
            "{id: \"\(number)\", name: E, starts: \"\(Self.starts)\", ends: \"\(Self.starts + .hours(9))\"}"
        }
        return "events: [\(events.joined(separator: ", "))], mapped: {\(Self.requests)}"
    }

    @Test func aListThatDoesNotComeHoldsNoKnownBoardBack() async throws {
        let listing = try AnsweringServer { [asked] _ in asked.comes(to: 2) ? .init("[]") : .init(status: 500) }
        let listed = "mapped: {\(Self.requests), events: {path: /events, id: id, name: name, starts: s, ends: e}}"
        try house.configure(
            games: [game("z-known", known.url, events(1)), game("a-listing", listing.url, listed)],
            clock: house.simulatorURL)
        // The first crawl learns of the board from a list as well, and has it read when all lists are.
        #expect(try house.run(["crawl"]).status == 3)
        try await house.advanceSimulator(to: Self.starts + .minutes(1))
        let second = try house.run(["crawl"])
        #expect(second.status == 0, "\(second.errors)")
        #expect(try house.outcomes(of: "z-known-1/main") == ["changed", "unchanged"])
        #expect(listing.requests.count == 2)
    }

    @Test func boardsThatHangHoldNoOtherBack() async throws {
        let hanging = try AnsweringServer { [asked] _ in
            asked.comes(to: 1) ? .init("{\"score\":8}") : .init(status: 404)
        }
        // More than are worked on at one time, and before the other in order; they share six connections.
        try house.configure(
            games: [game("a-hanging", hanging.url, events(6)), game("z-known", known.url, events(1))],
            clock: house.simulatorURL, extra: "crawl: { boards_at_once: 2 }")
        let crawl = try house.run(["crawl"])
        #expect(crawl.status == 0, "\(crawl.errors)")
        for event in 1...6 { #expect(try house.outcomes(of: "a-hanging-\(event)/main") == ["changed"]) }
        #expect(try house.outcomes(of: "z-known-1/main") == ["changed"])
    }
}
