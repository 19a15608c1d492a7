import Rankings

/// The top of a board and what leads from one to the next.
///
/// Of a list that changed, only the players are named whose score, name or distance between rank and place did, who
/// came, left, or moved against the others. All others keep their order and fill the places that are left.
struct EntryList: Sendable {
    /// By place, best first.
    private(set) var entries: [StandingEntry]

    init(_ entries: [StandingEntry] = []) { self.entries = entries }

    /// What leads from this list to the next one at a slot: first who left, then who is listed, by place.
    func changes(to next: [StandingEntry], at slot: Slot) -> [EntryChange] {
        if entries.count == next.count && zip(entries, next).allSatisfy({ $0.isSame(as: $1) }) { return [] }
        let before = rows(entries)
        let after = rows(next)
        let steady = steadyPlayers(next, before: before, after: after)
        var changes: [EntryChange] = []
        var left: Set<Pseudonym> = []
        for entry in entries where after[entry.player] == nil && left.insert(entry.player).inserted {
            changes.append(EntryChange(player: entry.player, name: entry.name, listed: nil))
        }
        for (index, entry) in next.enumerated() where !steady.contains(entry.player) {
            let expected = scoredAt(entry.score, of: before[entry.player]?.first, at: slot)
            changes.append(
                EntryChange(
                    player: entry.player, name: entry.name,
                    listed: EntryChange.Listed(
                        place: index + 1, rank: entry.rank, score: entry.score,
                        scoredAt: entry.scoredAt == expected ? nil : entry.scoredAt)))
        }
        return changes
    }

    /// Applies what `changes(to:at:)` gave.
    ///
    /// - Returns: false where the places do not add up, and the list is as it was.
    mutating func apply(_ changes: [EntryChange], at slot: Slot) -> Bool {
        if changes.isEmpty { return true }
        let before = rows(entries)
        let named = Set(changes.map(\.player))
        var listed = changes.compactMap { change in change.listed.map { (change, $0) } }[...]
        var kept = entries.enumerated().filter { !named.contains($0.element.player) }[...]
        var result: [StandingEntry] = []
        result.reserveCapacity(kept.count + listed.count)
        for place in stride(from: 1, through: kept.count + listed.count, by: 1) {
            if let (change, row) = listed.first, row.place == place {
                listed.removeFirst()
                result.append(
                    StandingEntry(
                        rank: row.rank, player: change.player, name: change.name, score: row.score,
                        scoredAt: row.scoredAt
                            ?? scoredAt(row.score, of: before[change.player]?.first, at: slot)))
            } else if let (index, entry) = kept.popFirst() {
                result.append(entry.moved(by: place - (index + 1)))
            } else {
                return false
            }
        }
        entries = result
        return true
    }

    /// The entries of each player, best first; as a rule one.
    private func rows(_ entries: [StandingEntry]) -> [Pseudonym: [StandingEntry]] {
        var rows = [Pseudonym: [StandingEntry]](minimumCapacity: entries.count)
        for entry in entries { rows[entry.player, default: []].append(entry) }
        return rows
    }

    private func scoredAt(_ score: Int64, of before: StandingEntry?, at slot: Slot) -> Slot {
        before?.score == score ? before?.scoredAt ?? slot : slot
    }

    /// The players that need not be named: the most that kept everything but their place, and their order.
    private func steadyPlayers(
        _ next: [StandingEntry], before: [Pseudonym: [StandingEntry]], after: [Pseudonym: [StandingEntry]]
    ) -> Set<Pseudonym> {
        var oldPlaces = [Pseudonym: Int](minimumCapacity: entries.count)
        for (index, entry) in entries.enumerated() { oldPlaces[entry.player] = index }
        var players: [Pseudonym] = []
        var places: [Int] = []
        for (index, entry) in next.enumerated() {
            guard after[entry.player]?.count == 1, before[entry.player]?.count == 1,
                let old = oldPlaces[entry.player], entries[old].moved(by: index - old).isSame(as: entry)
            else { continue }
            players.append(entry.player)
            places.append(old)
        }
        return Set(IncreasingRun.indices(in: places).map { players[$0] })
    }
}

extension StandingEntry {
    /// Names are compared by their bytes: Swift calls `é` and `e` with an accent equal, and a player wrote one of them.
    fileprivate func isSame(as other: StandingEntry) -> Bool {
        rank == other.rank && player == other.player && score == other.score && scoredAt == other.scoredAt
            && name.map { Array($0.utf8) } == other.name.map { Array($0.utf8) }
    }

    /// The entry so many places further down.
    fileprivate func moved(by places: Int) -> StandingEntry {
        places == 0
            ? self
            : StandingEntry(rank: rank + places, player: player, name: name, score: score, scoredAt: scoredAt)
    }
}
