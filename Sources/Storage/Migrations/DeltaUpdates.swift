import History
import MariaDB
import Rankings

/// Deltas of slots that are there already, as columns for a bulk update of `slot_2`.
struct DeltaUpdates {
    private let board: Int64
    private var slots: [Int64?] = []
    private var bases: [Int64?] = []
    private var seen: [Int64?] = []
    private var deltas: [[UInt8]?] = []

    init(board: Int64) { self.board = board }

    mutating func append(_ delta: SlotDelta, at slot: Slot) {
        slots.append(slot.unixMinute)
        bases.append(delta.base.unixMinute)
        seen.append(Int64(delta.seen))
        deltas.append(delta.delta?.bytes)
    }

    func write(on connection: Connection) async throws {
        if slots.isEmpty { return }
        _ = try await connection.executeBatch(
            "UPDATE slot_2 SET base_slot = ?, seen = ?, delta = ? WHERE board_id = ? AND slot = ?",
            [
                .integers(bases), .integers(seen), .bytes(deltas), .integers(slots.map { _ in board }),
                .integers(slots),
            ])
    }
}
