/// What removing players gave back.
package struct PrunedRows: Hashable, Sendable {
    /// Rows of players' series.
    package var changes = 0
    /// Bytes by which the deltas of slots are shorter, before compression.
    package var deltaBytes = 0
    package var names = 0
    /// Players, with their ids, who are on no board any more.
    package var players = 0

    package init() {}

    /// Counts what another removal gave back, too.
    package mutating func add(_ other: PrunedRows) {
        changes += other.changes
        deltaBytes += other.deltaBytes
        names += other.names
        players += other.players
    }
}
