import History
import MariaDB
import Rankings

/// What one transaction of an import writes.
struct ImportRows: Sendable {
    private let board: Int64
    private var slots: [Int64?] = []
    private var bases: [Int64?] = []
    private var seen: [Int64?] = []
    private var deltas: [[UInt8]?] = []
    private var outcomes: [String?] = []
    private var reasons: [String?] = []
    private var latencies: [Int64?] = []
    private var finals: [Int64?] = []
    private var series = SeriesRows()

    init(board: Int64) { self.board = board }

    var isEmpty: Bool { slots.isEmpty }

    /// Slots and rows of series.
    var count: Int { slots.count + series.count }

    /// - Parameters:
    ///   - delta: nil where the slot was not seen.
    ///   - changes: what it adds to the series.
    mutating func append(_ outcome: SlotOutcome, delta: SlotDelta?, changes: SeriesChanges?) {
        slots.append(outcome.slot.unixMinute)
        bases.append(delta?.base.unixMinute)
        seen.append(delta.map { Int64($0.seen) })
        deltas.append(delta?.delta?.bytes)
        outcomes.append(outcome.outcome.rawValue)
        reasons.append(outcome.reason)
        latencies.append(outcome.latency?.wholeMilliseconds)
        finals.append(delta?.isFinal == true ? 1 : 0)
        if let changes { series.append(changes, board: board, slot: outcome.slot) }
    }

    func insert(on connection: Connection) async throws {
        _ = try await connection.executeBatch(
            """
            INSERT INTO slot (board_id, slot, outcome, reason, latency_ms, is_final, base_slot, seen, delta)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .integers(slots.map { _ in board }), .integers(slots), .texts(outcomes), .texts(reasons),
                .integers(latencies), .integers(finals), .integers(bases), .integers(seen), .bytes(deltas),
            ])
        try await series.insert(on: connection)
    }
}
