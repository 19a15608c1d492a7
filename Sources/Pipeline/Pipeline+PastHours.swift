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
        let minutes = past.indices.map { place in
            let windows = Self.gainHours.indices.map { window in
                GainWindow(
                    hours: Self.gainHours[window],
                    coverage: coverage(
                        after: begins[place * Self.gainHours.count + window],
                        seen: seen[place * Self.gainHours.count + window], to: standings[place], of: stored,
                        season: season),
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

    /// What was seen of a board from a slot, itself left out, to a standing.
    func coverage(
        after begin: Slot, seen: Int, to standing: Standing, of stored: StoredBoard, season: Season
    ) -> Coverage {
        let starts = Slot(containing: stored.board.times.starts)
        let planned = season.planned(from: max(begin + 1, starts), through: standing.slot, for: stored.board.times)
        return Coverage(seen: standing.seen - seen, planned: planned.count)
    }
}
