import Rankings
import Storage

/// Finished boards with what became of their forecasts, read once and again when another was judged: every page of a
/// board says how good they were.
actor JudgedBoards {
    private var byGame: [GameID: [ScoredBoard]]?

    /// The most boards of all games together: some years of them, and seven rows each that are read every minute.
    static let most = 1000

    /// Those of a game, the one that ended last first.
    func boards(of game: GameID, from store: Store) async throws -> [ScoredBoard] {
        if let byGame { return byGame[game] ?? [] }
        let read = Dictionary(grouping: try await store.scoredBoards(limit: Self.most), by: \.game)
        byGame = read
        return read[game] ?? []
    }

    /// Takes what was read of the store meanwhile: another process may have judged a board.
    func note(_ boards: [ScoredBoard]) { byGame = Dictionary(grouping: boards, by: \.game) }
}
