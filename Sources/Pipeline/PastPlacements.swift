import Publisher
import Rankings
import Storage

/// How everybody ended on the finished boards of a game: their last standings, each read once.
actor PastPlacements {
    /// Boards that are looked at, the newest: some 10 KB of memory each.
    private static let mostBoards = 40

    private var standings: [BoardID: Standing] = [:]

    /// The placements of all players on boards of the edition's game that closed before its own began, the newest
    /// first.
    func all(before edition: Edition, from store: Store) async throws -> [Pseudonym: [PlayerReport.Placement]] {
        let finished = try await store.boards().filter { stored in
            stored.event.game == edition.event.game && stored.board.times.closes <= edition.board.times.starts
        }.sorted { ($0.board.times.ends, $0.board.id) > ($1.board.times.ends, $1.board.id) }.prefix(Self.mostBoards)
        var placements: [Pseudonym: [PlayerReport.Placement]] = [:]
        for stored in finished {
            let id = stored.board.id
            let standing: Standing
            if let known = standings[id] {
                standing = known
            } else {
                standing = try await store.standing(of: id, at: Slot(containing: stored.board.times.closes))
                standings[id] = standing
            }
            for entry in standing.entries {
                placements[entry.player, default: []].append(
                    PlayerReport.Placement(
                        event: stored.event, board: stored.board, rank: entry.rank, score: entry.score))
            }
        }
        return placements
    }
}
