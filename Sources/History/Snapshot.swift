package import Rankings

/// A whole board at one slot in the form history keeps: what deltas lead from and to.
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
}
