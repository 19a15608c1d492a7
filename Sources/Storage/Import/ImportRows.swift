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
    private var finals: [Int64?] = []
    private var series = SeriesRows()

    init(board: Int64) { self.board = board }

    var isEmpty: Bool { slots.isEmpty }

    /// Slots and rows of series.
    var count: Int { slots.count + series.count }

    mutating func append(slot: Slot, delta: SlotDelta, outcome: Outcome, changes: SeriesChanges) {
        slots.append(slot.unixMinute)
        bases.append(delta.base.unixMinute)
        seen.append(Int64(delta.seen))
        deltas.append(delta.delta?.bytes)
        outcomes.append(outcome.rawValue)
        finals.append(delta.isFinal ? 1 : 0)
        series.append(changes, board: board, slot: slot)
    }

    func insert(on connection: Connection) async throws {
        _ = try await connection.executeBatch(
            """
            INSERT INTO slot (board_id, slot, outcome, is_final, base_slot, seen, delta) VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .integers(slots.map { _ in board }), .integers(slots), .texts(outcomes), .integers(finals),
                .integers(bases), .integers(seen), .bytes(deltas),
            ])
        try await series.insert(on: connection)
    }
}
