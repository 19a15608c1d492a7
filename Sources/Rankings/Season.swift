/// The rules of a game family in time: when a board is read, frozen, tallied, corrected, over. Pure.
package struct Season: Hashable, Sendable {
    /// Minutes between planned slots while the board runs; divides an hour.
    package let cadenceMinutes: Int
    /// Minutes between planned slots after the announcement, when only corrections are expected.
    package let correctionMinutes: Int

    package init(cadenceMinutes: Int = 1, correctionMinutes: Int = 60) {
        precondition(cadenceMinutes > 0 && 60 % cadenceMinutes == 0, "a cadence divides an hour")
        precondition(correctionMinutes > 0, "corrections are read at an interval")
        self.cadenceMinutes = cadenceMinutes
        self.correctionMinutes = correctionMinutes
    }

    /// Where a board is in its life.
    package enum Phase: String, Hashable, Sendable, CaseIterable {
        case upcoming
        /// Scores count.
        case running
        /// Scoring has ended and the upstream is counting: nothing moves.
        case counting
        /// The result is out and may still be corrected.
        case announced
        /// Nothing changes any more.
        case closed
    }

    /// The phase at an instant; each begins exactly at its instant.
    package func phase(of times: EventTimes, at instant: Instant) -> Phase {
        if instant < times.starts { return .upcoming }
        if instant < times.ends { return .running }
        if instant < times.announces { return .counting }
        return instant < times.closes ? .announced : .closed
    }

    /// Whether a reading is planned at the slot: each cadence while running, once at the announcement, then at the
    /// correction interval until the close, and once at the close. Nothing is planned while the upstream counts.
    package func isPlanned(_ slot: Slot, for times: EventTimes) -> Bool {
        switch phase(of: times, at: slot.start) {
        case .upcoming, .counting: false
        case .running: slot.unixMinute % Int64(cadenceMinutes) == 0
        case .announced: (slot - announcement(of: times)) % correctionMinutes == 0
        case .closed: slot == Slot(containing: times.closes)
        }
    }

    /// The first planned slot after the given one; nil once the board is over.
    package func nextPlanned(after slot: Slot, for times: EventTimes) -> Slot? {
        let last = Slot(containing: times.closes)
        var candidate = max(slot + 1, firstSlot(from: times.starts))
        while candidate <= last + 1 {
            if isPlanned(candidate, for: times) { return candidate }
            candidate = step(from: candidate, times: times)
        }
        return nil
    }

    /// The planned slots from the first to the second, both included, oldest first.
    package func planned(from first: Slot, through last: Slot, for times: EventTimes) -> [Slot] {
        var slots: [Slot] = []
        var cursor = first - 1
        while let next = nextPlanned(after: cursor, for: times), next <= last {
            slots.append(next)
            cursor = next
        }
        return slots
    }

    /// The first slot that starts at or after the announcement.
    package func announcement(of times: EventTimes) -> Slot { firstSlot(from: times.announces) }

    /// A slot after the given one with no planned slot between the two.
    private func step(from slot: Slot, times: EventTimes) -> Slot {
        switch phase(of: times, at: slot.start) {
        case .upcoming: firstSlot(from: times.starts)
        case .running: slot + (cadenceMinutes - Int(slot.unixMinute % Int64(cadenceMinutes)))
        case .counting: announcement(of: times)
        case .announced:
            min(
                slot + (correctionMinutes - (slot - announcement(of: times)) % correctionMinutes),
                max(slot + 1, Slot(containing: times.closes)))
        case .closed: slot + 1
        }
    }

    private func firstSlot(from instant: Instant) -> Slot {
        let slot = Slot(containing: instant)
        return slot.start < instant ? slot + 1 : slot
    }
}
