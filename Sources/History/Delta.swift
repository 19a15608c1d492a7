package import Rankings

/// What leads from one snapshot of a board to the next, in few bytes: about six for each row that changed.
///
/// A delta from the empty snapshot is the whole board. All numbers are varints, `±` marks zigzag:
///
/// - the version, 1
/// - the length of the list, then the number of places that changed; for each, in order:
///   - places skipped since the one before
///   - `origin << 4 | flags`, where origin 0 is a player who was not on the board and `1 + ±(old place − place)` is the
///     row that was at the old place; flags are those of `Flag`
///   - for a new player: player, name, ± score
///   - as flagged: ± (rank − place − 1), name, ± (score − old score), ± (slot − slot of the score)
/// - the number of borders that changed; for each, by rank:
///   - ± (rank − the rank before, or 0)
///   - 0 where it is gone; else 1, or 3 where the slot of the score follows
///   - ± (score − old score, or 0), then as marked ± (slot − slot of the score)
///
/// A score that changed was seen at the delta's slot, any other keeps its slot; the marks are for what differs.
package struct Delta: Hashable, Sendable {
    static let version: UInt64 = 1

    /// Which fields of a row follow.
    struct Flag: OptionSet {
        let rawValue: UInt64

        static let rank = Flag(rawValue: 1)
        static let name = Flag(rawValue: 2)
        static let score = Flag(rawValue: 4)
        static let scoredAt = Flag(rawValue: 8)
        /// How many bits the flags take.
        static let width: UInt64 = 4
    }

    /// Lists are shorter than this, far above what any upstream shows.
    static let placeLimit = 1 << 24

    package let bytes: [UInt8]

    /// Bytes as they were kept; whether they can be applied shows when they are.
    package init(bytes: [UInt8]) { self.bytes = bytes }

    /// - Parameter slot: the slot of the new snapshot.
    package init(from old: Snapshot, to new: Snapshot, at slot: Slot) {
        var writer = VarintWriter()
        writer.append(Self.version)
        Self.write(from: old.rows, to: new.rows, at: slot, into: &writer)
        Self.write(from: old.borders, to: new.borders, at: slot, into: &writer)
        bytes = writer.bytes
    }

    private static func write(from old: [Row], to new: [Row], at slot: Slot, into writer: inout VarintWriter) {
        let oldPlaces = Dictionary(old.enumerated().map { ($1.player, $0) }, uniquingKeysWith: { first, _ in first })
        let changed = new.indices.filter { $0 >= old.count || old[$0] != new[$0] }
        writer.append(count: new.count)
        writer.append(count: changed.count)
        var previous = -1
        for place in changed {
            writer.append(count: place - previous - 1)
            previous = place
            let origin = oldPlaces[new[place].player].map { ($0, old[$0]) }
            write(new[place], at: place, from: origin, slot: slot, into: &writer)
        }
    }

    private static func write(
        _ row: Row, at place: Int, from origin: (place: Int, row: Row)?, slot: Slot, into writer: inout VarintWriter
    ) {
        let old = origin?.row
        var flags: Flag = []
        if row.rank != place + 1 { flags.insert(.rank) }
        if let old, row.name != old.name { flags.insert(.name) }
        if let old, row.score != old.score { flags.insert(.score) }
        let expected = old.map { $0.score == row.score ? $0.scoredAt : slot } ?? slot
        if row.scoredAt != expected { flags.insert(.scoredAt) }
        let head = origin.map { 1 + zigzag($0.place - place) } ?? 0
        writer.append(head << Flag.width | flags.rawValue)
        if old == nil {
            writer.append(UInt64(bitPattern: row.player))
            writer.append(UInt64(bitPattern: row.name))
            writer.append(signed: row.score)
        }
        if flags.contains(.rank) { writer.append(signed: Int64(row.rank - place - 1)) }
        if flags.contains(.name) { writer.append(UInt64(bitPattern: row.name)) }
        if let old, flags.contains(.score) { writer.append(signed: row.score &- old.score) }
        if flags.contains(.scoredAt) { writer.append(signed: Int64(slot - row.scoredAt)) }
    }

    private static func write(
        from old: [StandingBorder], to new: [StandingBorder], at slot: Slot, into writer: inout VarintWriter
    ) {
        let before = Dictionary(uniqueKeysWithValues: old.map { ($0.rank, $0) })
        let after = Dictionary(uniqueKeysWithValues: new.map { ($0.rank, $0) })
        let ranks = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
        writer.append(count: ranks.count)
        var previous = 0
        for rank in ranks {
            writer.append(signed: Int64(rank - previous))
            previous = rank
            guard let border = after[rank] else {
                writer.append(0)
                continue
            }
            let old = before[rank]
            let expected = old.map { $0.score == border.score ? $0.scoredAt : slot } ?? slot
            writer.append(border.scoredAt == expected ? 1 : 3)
            writer.append(signed: border.score &- (old?.score ?? 0))
            if border.scoredAt != expected { writer.append(signed: Int64(slot - border.scoredAt)) }
        }
    }

    private static func zigzag(_ value: Int) -> UInt64 { UInt64(bitPattern: Int64((value << 1) ^ (value >> 63))) }
}
