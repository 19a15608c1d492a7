package import Rankings

extension Snapshot {
    /// One entry of a reading whose player and name the store has numbered.
    package struct NumberedEntry: Hashable, Sendable {
        package let rank: Int
        package let player: Int64
        package let name: Int64
        package let score: Int64

        package init(rank: Int, player: Int64, name: Int64, score: Int64) {
            self.rank = rank
            self.player = player
            self.name = name
            self.score = score
        }
    }

    /// The snapshot after a reading. A score keeps the slot at which it was first seen for as long as it stands.
    ///
    /// - Parameters:
    ///   - entries: best first; nil where that request failed, and the rows stay as they were.
    ///   - borders: in any order, the first of a repeated rank counts; nil where that request failed.
    package func reading(entries: [NumberedEntry]?, borders newBorders: [Border]?, at slot: Slot) -> Snapshot {
        var rows = rows
        if let entries {
            let before = Dictionary(self.rows.map { ($0.player, $0) }, uniquingKeysWith: { first, _ in first })
            rows = entries.map { entry in
                let old = before[entry.player]
                let scoredAt = old?.score == entry.score ? old?.scoredAt ?? slot : slot
                return Row(
                    rank: entry.rank, player: entry.player, name: entry.name, score: entry.score, scoredAt: scoredAt)
            }
        }
        var borders = borders
        if let newBorders {
            let before = Dictionary(uniqueKeysWithValues: self.borders.map { ($0.rank, $0) })
            var seen: [Int: StandingBorder] = [:]
            for border in newBorders where seen[border.rank] == nil {
                let old = before[border.rank]
                let scoredAt = old?.score == border.score ? old?.scoredAt ?? slot : slot
                seen[border.rank] = StandingBorder(rank: border.rank, score: border.score, scoredAt: scoredAt)
            }
            borders = seen.values.sorted { $0.rank < $1.rank }
        }
        return Snapshot(rows: rows, borders: borders)
    }
}
