import MariaDB
import Rankings
import Storage
import TestSupport

/// A migrated store on a schema of its own, with one running event.
struct StoreFixture {
    static let starts = Instant(unixSeconds: 1_743_314_400)
    static let firstSlot = Slot(containing: starts)
    static let key = PseudonymKey(secret: Array(0..<32))

    let store: Store
    let pool: Pool
    let endpoint: Endpoint
    let board: BoardID

    static func run<Value: Sendable>(
        _ body: @Sendable (StoreFixture) async throws -> Value
    ) async throws -> Value {
        try await TestDatabase.withSchema { pool, endpoint in
            let store = Store(pool: pool, pseudonyms: key)
            try await store.migrate()
            let event = event("sim-1")
            try await store.register([event])
            return try await body(
                StoreFixture(store: store, pool: pool, endpoint: endpoint, board: event.boards[0].id))
        }
    }

    static func event(_ name: String, days: Int = 8, chapters: [String] = []) -> Event {
        let id = EventID(rawValue: name)
        let ends = starts + .hours(24 * days)
        let times = EventTimes(
            starts: starts, ends: ends, announces: ends + .minutes(10), closes: ends + .hours(42))
        let boards = (["main"] + chapters).map { Board(id: BoardID(event: id, name: $0), title: $0, times: times) }
        return Event(
            id: id, game: GameID(rawValue: "sim"), upstreamID: "1", name: "An event", kind: "marathon", times: times,
            boards: boards)
    }

    /// Claims the slot and records the reading.
    @discardableResult
    func record(
        minute: Int, entries: [Entry]? = [], borders: [Border]? = [], isFinal: Bool = false,
        isPartial: Bool? = nil
    ) async throws -> SlotOutcome {
        let slot = Self.firstSlot + minute
        let claims = try await store.claim([board], slot: slot, owner: ClaimOwner(), lease: .seconds(60))
        guard let claim = claims.first else { throw NotClaimed() }
        let reading = Reading(
            board: board, slot: slot, seenAt: slot.start, entries: entries, borders: borders, isFinal: isFinal,
            isPartial: isPartial)
        return try await store.record(reading, claim: claim, latency: .milliseconds(120))
    }

    func standing(minute: Int) async throws -> Standing {
        try await store.standing(of: board, at: Self.firstSlot + minute)
    }
}

struct NotClaimed: Error {}

func entry(_ player: String, _ score: Int64, rank: Int, name: String? = nil) -> Entry {
    Entry(rank: rank, player: PlayerID(player), name: name ?? "name of \(player)", score: score)
}
