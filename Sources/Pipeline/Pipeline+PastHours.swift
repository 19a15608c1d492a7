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
        let slots = past.map(\.outcome.slot)
        let standings = try await store.standings(of: id, at: slots)
        let begins = slots.flatMap { slot in Self.gainHours.map { slot - $0 * 60 } }
        let seen = try await store.seenCounts(of: id, at: begins)
        let season = season(of: stored.event)
        // Once for all windows of the hour, which overlap.
        let planned = plannedSlots(of: stored, after: begins.min() ?? hour, through: hour + 59)
        let minutes = past.indices.map { place in
            let windows = Self.gainHours.indices.map { window in
                let begin = begins[place * Self.gainHours.count + window]
                return GainWindow(
                    hours: Self.gainHours[window],
                    coverage: Coverage(
                        seen: standings[place].seen - seen[place * Self.gainHours.count + window],
                        planned: planned.count { begin < $0 && $0 <= slots[place] }),
                    players: [:], borders: [:])
            }
            return PastMinute(
                edition: Edition(
                    event: stored.event, board: stored.board,
                    phase: season.phase(of: stored.board.times, at: slots[place].start), standing: standings[place],
                    outcome: past[place].outcome, gains: windows, forecast: nil,
                    next: season.nextPlanned(after: slots[place], for: stored.board.times)),
                forecast: past[place].forecast)
        }
        return OutputFile.sealedHour(minutes)
    }

    /// The slots of a board that are planned after one, up to another, oldest first.
    func plannedSlots(of stored: StoredBoard, after begin: Slot, through last: Slot) -> [Slot] {
        let starts = Slot(containing: stored.board.times.starts)
        return season(of: stored.event).planned(
            from: max(begin + 1, starts), through: last, for: stored.board.times)
    }
}
