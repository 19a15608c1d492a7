import Publisher
package import Rankings
import Storage

extension Pipeline {
    /// Takes the names of forgotten players out of everything that is published: the pages and newest names of their
    /// boards are made again, and older names files that name them are removed. Refused bodies are removed all.
    ///
    /// - Returns: what became of it.
    package func removeNames(of players: Set<PlayerOfGame>) async throws -> RemovedNames {
        try await refusedBodies?.removeAll()
        var touched: Set<BoardID> = []
        for player in players { touched.formUnion(try await store.boards(showing: player)) }
        let boards = try await store.boards()
        for stored in boards where touched.contains(stored.board.id) {
            try await store.discardSeries(of: stored.board.id)
            try await publishAgain(stored)
        }
        let removed = try await output.site.removeNames(of: Set(players.map(\.player)), madeAgain: touched)
        try await purges?.queue(removed)
        // A page of before a restore may show a player whom the history does not have there.
        for stored in boards where removed.contains(where: { isPage($0, of: stored.board.id) }) {
            try await publishAgain(stored)
        }
        return RemovedNames(boards: touched.sorted(), files: removed)
    }

    /// Publishes a player under the name that a moderator gave, under none, or under the own one again, wherever names
    /// are published.
    ///
    /// - Returns: what became of it.
    package func publishMasked(_ player: PlayerOfGame) async throws -> RemovedNames {
        let removed = try await removeNames(of: [player])
        // What names them otherwise now went with what named them before.
        for stored in try await store.boards() where removed.boards.contains(stored.board.id) {
            try await store.discardSeries(of: stored.board.id)
            try await publishAgain(stored)
        }
        return removed
    }

    private func isPage(_ path: String, of board: BoardID) -> Bool {
        path.hasPrefix(OutputPath.folder(of: board) + "/") && path.hasSuffix(OutputPath.index)
    }

    /// Takes the players of an event that is over and was pruned out of everything that is published of it.
    ///
    /// - Returns: how many files were removed.
    package func removePlayers(of event: EventID) async throws -> Int {
        var removed = 0
        for stored in try await store.boards() where stored.event.id == event {
            try await store.discardSeries(of: stored.board.id)
            try await publishIfNew(stored)
            guard let files = try await republish(stored) else { continue }
            let gone = try await output.lane(of: stored.board.id).removePast(of: stored.board.id, keeping: files)
            try await purges?.queue(gone)
            removed += gone.count
        }
        return removed
    }

    /// Publishes the newest edition of a board as it is now, also where another process publishes a newer one meanwhile
    /// and this one came out after it.
    private func publishAgain(_ stored: StoredBoard) async throws {
        var newest = try await store.newestEdition(of: stored.board.id)?.slot
        for _ in 0..<Self.publications {
            if try await !publishIfNew(stored) { try await republish(stored) }
            let now = try await store.newestEdition(of: stored.board.id)?.slot
            if now == newest { return }
            newest = now
        }
    }

    /// Times an edition is made again while newer ones come: one a minute does.
    private static let publications = 3
}
