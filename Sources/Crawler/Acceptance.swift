package import Rankings

/// Whether a reading can be true, given the standing before it. Pure.
package struct Acceptance: Hashable, Sendable {
    /// A reading with a smaller share of the last one's rows is refused.
    package let leastRowsShare: Double
    /// A reading in which a larger share of the players seen before have fallen is refused, on monotone boards.
    package let mostFallenShare: Double

    package init(leastRowsShare: Double = 0.5, mostFallenShare: Double = 0.5) {
        self.leastRowsShare = leastRowsShare
        self.mostFallenShare = mostFallenShare
    }

    /// - Parameter pseudonym: turns the reading's players into those of the standing.
    /// - Returns: why the reading is refused, in words for the page; nil where it is accepted.
    package func refusal(
        of reading: Reading, on board: Board, after standing: Standing, pseudonym: (PlayerID) -> Pseudonym
    ) -> String? {
        if standing.isFinal && !reading.isFinal { return "older than the announced result" }
        if let entries = reading.entries, let refusal = disorder(of: entries) { return refusal }
        if let borders = reading.borders, let refusal = disorder(of: borders) { return refusal }
        if let entries = reading.entries, isTooShort(entries.count, after: standing.entries.count) {
            return "only \(entries.count) of \(standing.entries.count) entries"
        }
        if let borders = reading.borders, isTooShort(Set(borders.map(\.rank)).count, after: standing.borders.count) {
            return "only \(borders.count) of \(standing.borders.count) borders"
        }
        guard board.rules.isMonotone, let entries = reading.entries else { return nil }
        let before = Dictionary(standing.entries.map { ($0.player, $0.score) }) { first, _ in first }
        let pairs = entries.compactMap { entry in before[pseudonym(entry.player)].map { ($0, entry.score) } }
        let fallen = pairs.count { old, new in new < old }
        if Double(fallen) > mostFallenShare * Double(pairs.count) {
            return "\(fallen) of \(pairs.count) players fell"
        }
        return nil
    }

    private func isTooShort(_ count: Int, after before: Int) -> Bool {
        Double(count) < leastRowsShare * Double(before)
    }

    private func disorder(of entries: [Entry]) -> String? {
        for (better, worse) in zip(entries, entries.dropFirst()) {
            if worse.rank < better.rank { return "rank \(worse.rank) follows rank \(better.rank)" }
            if worse.score > better.score { return "rank \(worse.rank) has more than rank \(better.rank)" }
        }
        if let entry = entries.first(where: { $0.rank < 1 || $0.score < 0 }) {
            return "rank \(entry.rank) with score \(entry.score)"
        }
        if Set(entries.map(\.player)).count < entries.count { return "a player is listed twice" }
        return nil
    }

    private func disorder(of borders: [Border]) -> String? {
        if let border = borders.first(where: { $0.rank < 1 || $0.score < 0 }) {
            return "border \(border.rank) with score \(border.score)"
        }
        let ordered = borders.sorted { $0.rank < $1.rank }
        for (better, worse) in zip(ordered, ordered.dropFirst()) where worse.score > better.score {
            return "border \(worse.rank) has more than border \(better.rank)"
        }
        return nil
    }
}
