import History
import MariaDB
import Rankings

extension Store {
    /// The board after its newest accepted reading, in the store's numbers; nil where there is none.
    ///
    /// - Parameter end: only what was read before it counts.
    func newestSnapshot(
        of stored: StoredBoard, before end: Slot = .end, on connection: Connection
    ) async throws -> KeptSnapshot? {
        let newest = try await connection.query(
            """
            SELECT slot FROM slot WHERE board_id = ? AND slot < ? AND base_slot IS NOT NULL
            ORDER BY slot DESC LIMIT 1
            """, [.integer(stored.number), .integer(end.unixMinute)]
        ) { row throws(DatabaseError) in Slot(unixMinute: try row.int64(0)) }
        guard let slot = newest.first else { return nil }
        return try await snapshot(of: stored, at: slot, on: connection)
    }

    /// The board as it was at the slot, in the store's numbers; nil before the first accepted reading.
    func snapshot(of stored: StoredBoard, at slot: Slot, on connection: Connection) async throws -> KeptSnapshot? {
        try await snapshots(of: stored, at: [slot], on: connection)[0]
    }

    /// The board as it was at each of the slots: the first accepted slot of a span is kept whole, the others of the
    /// span as what differs. One statement, however many slots; two more for a span up to whose slot nothing was
    /// accepted, or that began without a whole board as those of an hour once did; none where the span before was asked
    /// for to its end.
    func snapshots(of stored: StoredBoard, at slots: [Slot], on connection: Connection) async throws -> [KeptSnapshot?]
    {
        let places = Dictionary(grouping: slots.indices) { KeyFrame.span(of: slots[$0]) }
        let spans = places.keys.sorted()
        let ends = spans.map { span in places[span, default: []].map { slots[$0] }.max() ?? span }
        let kept = try await keptSlots(of: stored, in: zip(spans, ends).map { $0...$1 }, on: connection)
        let keptBySpan = Dictionary(grouping: kept) { KeyFrame.span(of: $0.slot) }
        var snapshots = [KeptSnapshot?](repeating: nil, count: slots.count)
        var before: (end: Slot, snapshot: KeptSnapshot?)?
        for (span, end) in zip(spans, ends) {
            var rest = keptBySpan[span, default: []][...]
            let asked = places[span, default: []].sorted { slots[$0] < slots[$1] }
            var current: KeptSnapshot?
            if let first = asked.first, rest.first.map({ !$0.isWhole || slots[first] < $0.slot }) ?? true {
                if let before, before.end + 1 == span {
                    current = before.snapshot
                } else {
                    current = try await newestSnapshot(of: stored, before: span, on: connection)
                }
            }
            for place in asked {
                while let next = rest.first, next.slot <= slots[place] {
                    current = try next.snapshot(after: current, of: stored)
                    rest.removeFirst()
                }
                snapshots[place] = current
            }
            before = (end, current)
        }
        return snapshots
    }

    /// The first slot of each hour that was kept whole, up to the given one, oldest first.
    func hourlySnapshots(
        of stored: StoredBoard, through slot: Slot, on connection: Connection
    ) async throws -> [(slot: Slot, snapshot: Snapshot)] {
        let kept = try await connection.query(
            """
            SELECT s.slot, s.delta FROM slot s JOIN
              (SELECT MIN(slot) AS slot FROM slot WHERE board_id = ? AND slot <= ? AND base_slot = slot
                GROUP BY slot DIV 60) first ON first.slot = s.slot
            WHERE s.board_id = ? ORDER BY s.slot
            """,
            [.integer(stored.number), .integer(slot.unixMinute), .integer(stored.number)]
        ) { row throws(DatabaseError) in
            (slot: Slot(unixMinute: try row.int64(0)), delta: Delta(bytes: try row.bytes(1)))
        }
        return try kept.map { ($0.slot, try Snapshot().applying($0.delta, at: $0.slot, of: stored)) }
    }

    /// The accepted slots of the ranges, by time.
    private func keptSlots(
        of stored: StoredBoard, in ranges: [ClosedRange<Slot>], on connection: Connection
    ) async throws -> [KeptSlot] {
        if ranges.isEmpty { return [] }
        return try await connection.query(
            """
            SELECT slot, base_slot, seen, is_final, delta FROM slot
            WHERE board_id = ? AND (\(ranges.map { _ in "slot BETWEEN ? AND ?" }.joined(separator: " OR ")))
              AND base_slot IS NOT NULL ORDER BY slot
            """,
            [.integer(stored.number)]
                + ranges.flatMap { [.integer($0.lowerBound.unixMinute), .integer($0.upperBound.unixMinute)] }
        ) { row throws(DatabaseError) in
            KeptSlot(
                slot: Slot(unixMinute: try row.int64(0)), base: Slot(unixMinute: try row.int64(1)),
                seen: try row.int(2), isFinal: try row.bool(3), delta: try row.bytesOrNil(4).map(Delta.init))
        }
    }
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
