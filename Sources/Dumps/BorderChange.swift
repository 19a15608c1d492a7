import Rankings

/// What a slot changed about one border: a line of `borders.csv.gz`.
struct BorderChange: Hashable, Sendable {
    let rank: Int
    /// nil where the upstream shows the rank no more.
    let score: Int64?
    /// nil where it follows from before: a score that stands keeps its slot, any other is of this one.
    let scoredAt: Slot?

    /// What leads from some borders to the next at a slot, by rank. Both are in order of rank.
    static func changes(from old: [StandingBorder], to new: [StandingBorder], at slot: Slot) -> [BorderChange] {
        if old == new { return [] }
        let before = Dictionary(old.map { ($0.rank, $0) }) { first, _ in first }
        let after = Set(new.map(\.rank))
        let gone = old.filter { !after.contains($0.rank) }.map {
            BorderChange(rank: $0.rank, score: nil, scoredAt: nil)
        }
        let shown = new.filter { before[$0.rank] != $0 }.map { border in
            let kept = before[border.rank]
            let expected = kept?.score == border.score ? kept?.scoredAt ?? slot : slot
            return BorderChange(
                rank: border.rank, score: border.score, scoredAt: border.scoredAt == expected ? nil : border.scoredAt)
        }
        return (gone + shown).sorted { $0.rank < $1.rank }
    }

    /// The borders after changes, by rank.
    static func apply(
        _ changes: [BorderChange], to borders: [StandingBorder], at slot: Slot
    ) -> [StandingBorder] {
        if changes.isEmpty { return borders }
        var byRank = Dictionary(borders.map { ($0.rank, $0) }) { first, _ in first }
        for change in changes {
            let kept = byRank[change.rank]
            byRank[change.rank] = change.score.map { score in
                StandingBorder(
                    rank: change.rank, score: score,
                    scoredAt: change.scoredAt ?? (kept?.score == score ? kept?.scoredAt ?? slot : slot))
            }
        }
        return byRank.values.sorted { $0.rank < $1.rank }
    }
}
