package import Rankings
import Storage

extension Pipeline {
    /// The newest editions of the boards that are open and have begun, by name.
    package func editionStates(at slot: Slot) async throws -> [EditionState] {
        let published = try await store.newestPublishedSlots()
        return try await store.openBoards(at: slot.start)
            .filter { $0.board.times.starts <= slot.start && source(of: $0.event) != nil }
            .map { stored in
                let newest = published[stored.board.id]
                let season = season(of: stored.event)
                let begin = Slot(containing: stored.board.times.starts)
                return EditionState(
                    board: stored.board.id, published: newest, reference: newest?.start ?? begin.start,
                    next: season.nextPlanned(after: newest ?? begin - 1, for: stored.board.times))
            }
            .sorted { $0.board.description < $1.board.description }
    }
}
