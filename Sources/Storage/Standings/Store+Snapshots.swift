import History
import MariaDB
import Rankings

extension Store {
    /// The board as it was at the slot, in the store's numbers; nil before the first accepted reading.
    func snapshot(of stored: StoredBoard, at slot: Slot, on connection: Connection) async throws -> KeptSnapshot? {
        try await snapshots(of: stored, at: [slot], on: connection)[0]
    }

    /// The board as it was at each of the slots: for each the newest slot that was kept whole and the deltas since.
    /// Two statements, however many slots.
    func snapshots(of stored: StoredBoard, at slots: [Slot], on connection: Connection) async throws -> [KeptSnapshot?]
    {
        if slots.isEmpty { return [] }
        let newest = try await newestAccepted(of: stored, at: slots, on: connection)
        let found = Array(newest.values)
        if found.isEmpty { return slots.map { _ in nil } }
        let ranges = union(
            found.indices.map { index in
                """
                SELECT \(index), slot, delta FROM slot
                WHERE board_id = ? AND slot BETWEEN ? AND ? AND delta IS NOT NULL
                """
            })
        // Sorted here: the server would sort a union by way of a file.
        let deltas = try await connection.query(
            ranges,
            found.flatMap { accepted -> [Value] in
                [.integer(stored.number), .integer(accepted.base.unixMinute), .integer(accepted.slot.unixMinute)]
            }
        ) { row throws(DatabaseError) in
            (
                index: try row.int(0), slot: Slot(unixMinute: try row.int64(1)), delta: Delta(bytes: try row.bytes(2))
            )
        }
        var snapshots = found.map { _ in Snapshot() }
        for kept in deltas.sorted(by: { ($0.index, $0.slot) < ($1.index, $1.slot) }) {
            snapshots[kept.index] = try snapshots[kept.index].applying(kept.delta, at: kept.slot, of: stored)
        }
        let byPlace = zip(newest.keys, zip(found, snapshots)).map { place, pair in
            let (accepted, snapshot) = pair
            return (
                place,
                KeptSnapshot(
                    snapshot: snapshot, asOf: accepted.slot, base: accepted.base, seen: accepted.seen,
                    isFinal: accepted.isFinal)
            )
        }
        let kept = Dictionary(uniqueKeysWithValues: byPlace)
        return slots.indices.map { kept[$0] }
    }

    /// The slots that were kept whole up to the given one, oldest first.
    func wholeSnapshots(
        of stored: StoredBoard, through slot: Slot, on connection: Connection
    ) async throws -> [(slot: Slot, snapshot: Snapshot)] {
        let kept = try await connection.query(
            "SELECT slot, delta FROM slot WHERE board_id = ? AND slot <= ? AND base_slot = slot ORDER BY slot",
            [.integer(stored.number), .integer(slot.unixMinute)]
        ) { row throws(DatabaseError) in
            (slot: Slot(unixMinute: try row.int64(0)), delta: Delta(bytes: try row.bytes(1)))
        }
        return try kept.map { ($0.slot, try Snapshot().applying($0.delta, at: $0.slot, of: stored)) }
    }

    private struct Accepted: Sendable {
        let slot: Slot
        let base: Slot
        let seen: Int
        let isFinal: Bool
    }

    /// By place in the list of slots: the newest slot at or before it whose reading was accepted.
    private func newestAccepted(
        of stored: StoredBoard, at slots: [Slot], on connection: Connection
    ) async throws -> [Int: Accepted] {
        let newest = union(
            slots.indices.map { index in
                """
                SELECT \(index), slot, base_slot, seen, is_final FROM slot
                WHERE board_id = ? AND slot <= ? AND base_slot IS NOT NULL ORDER BY slot DESC LIMIT 1
                """
            })
        let found = try await connection.query(
            newest, slots.flatMap { slot -> [Value] in [.integer(stored.number), .integer(slot.unixMinute)] }
        ) { row throws(DatabaseError) in
            (
                index: try row.int(0),
                accepted: Accepted(
                    slot: Slot(unixMinute: try row.int64(1)), base: Slot(unixMinute: try row.int64(2)),
                    seen: try row.int(3), isFinal: try row.bool(4))
            )
        }
        return Dictionary(found.map { ($0.index, $0.accepted) }) { first, _ in first }
    }

    private func union(_ selects: [String]) -> String { selects.map { "(\($0))" }.joined(separator: " UNION ALL ") }
}

extension Snapshot {
    /// The snapshot after a delta that was kept of a board.
    func applying(_ delta: Delta, at slot: Slot, of stored: StoredBoard) throws(StorageError) -> Snapshot {
        do throws(DamagedDelta) {
            return try applying(delta, at: slot)
        } catch {
            throw StorageError.damaged(
                board: stored.board.id.description, slot: slot.description, problem: error.description)
        }
    }
}

extension Slot {
    /// The last slot a column holds, in the year 10136: later than any that is recorded.
    static let end = Slot(unixMinute: Int64(UInt32.max))
}
