/// The scores that a weighted total is made of.
package struct WeightedParts: Hashable, Sendable {
    /// Which actions count.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The best action of each type: a type is a song, a map or a level.
        case bestOfType = "best-of-type"
        /// Every action.
        case everyAction = "every-action"
    }

    private let kind: Kind
    private var best: [String: Int64] = [:]
    private var all: [Int64] = []

    package init(_ kind: Kind) { self.kind = kind }

    package mutating func add(_ points: Int64, type: String) {
        switch kind {
        case .bestOfType: best[type] = max(best[type] ?? points, points)
        case .everyAction: all.append(points)
        }
    }

    /// In any order.
    package var scores: [Int64] { kind == .bestOfType ? Array(best.values) : all }
}
