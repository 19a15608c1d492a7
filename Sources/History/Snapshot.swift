package import Rankings

/// A whole board at one slot in the form history keeps: what key frames hold and changes are applied to.
package struct Snapshot: Hashable, Sendable {
    /// By place, best first. The place is the position in the upstream's list, so that ties keep its order.
    package private(set) var rows: [Row]
    /// By rank.
    package private(set) var borders: [StandingBorder]

    package init(rows: [Row] = [], borders: [StandingBorder] = []) {
        precondition(zip(borders, borders.dropFirst()).allSatisfy { $0.rank < $1.rank }, "borders are in order of rank")
        self.rows = rows
        self.borders = borders
    }

    /// The snapshot after the changes. `changes.between(a, b)` applied to `a` gives `b`.
    package func applying(_ changes: Changes) -> Snapshot {
        var places: [Int: Row] = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($0.offset, $0.element) })
        for change in changes.places { places[change.place] = change.row }
        var scores = Dictionary(uniqueKeysWithValues: borders.map { ($0.rank, $0) })
        for change in changes.borders { scores[change.rank] = change.border }
        return Snapshot(
            rows: places.sorted { $0.key < $1.key }.map(\.value),
            borders: scores.values.sorted { $0.rank < $1.rank })
    }
}
