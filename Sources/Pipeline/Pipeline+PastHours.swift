import Publisher
import Rankings
import Storage

extension Pipeline {
    /// The pack of an hour that is over, made from the store.
    ///
    /// - Parameter hour: its first slot.
    /// - Returns: nil where no slot of the hour has an outcome.
    func sealedHour(of stored: StoredBoard, _ hour: Slot) async throws -> OutputFile? {
        let id = stored.board.id
        let past = try await store.pastSlots(of: id, from: hour, through: hour + 59)
        if past.isEmpty { return nil }
        let standings = try await store.standings(of: id, at: past.map(\.outcome.slot))
        let season = season(of: stored.event)
        return OutputFile.sealedHour(
            zip(past, standings).map { past, standing in
                PastMinute(
                    edition: Edition(
                        event: stored.event, board: stored.board,
                        phase: season.phase(of: stored.board.times, at: standing.slot.start), standing: standing,
                        outcome: past.outcome, gains: [], forecast: nil,
                        next: season.nextPlanned(after: standing.slot, for: stored.board.times)),
                    forecast: past.forecast)
            })
    }
}
