/// Who is first among equal scores.
package enum TieRule: String, Hashable, Sendable, CaseIterable {
    /// Who reached the score earlier; every place is one player's.
    case earliestFirst = "earliest-first"
    /// They share the place, and as many places after it are nobody's.
    case shared

    /// The places of scores that are in order, the first of which is at `first`.
    ///
    /// - Parameter sharedFirst: the place that the first of them shares, where it does.
    package func places(of scores: [Int64], from first: Int, sharedFirst: Int? = nil) -> [Int] {
        guard self == .shared else { return scores.indices.map { first + $0 } }
        var places: [Int] = []
        for (position, score) in scores.enumerated() {
            if position > 0, scores[position - 1] == score {
                places.append(places[position - 1])
            } else {
                places.append(position == 0 ? sharedFirst ?? first : first + position)
            }
        }
        return places
    }
}
