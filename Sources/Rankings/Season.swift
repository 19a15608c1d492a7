/// The rules of a game family in time: when a board is read, frozen, tallied, corrected, over. Pure.
package struct Season: Hashable, Sendable {
    /// Minutes between planned slots while the board runs; divides an hour.
    package let cadenceMinutes: Int
    /// The minute of the hour that the first of them is at: for an upstream whose data is ready some minutes after it
    /// was true. Less than the cadence.
    package let offsetMinutes: Int
    /// Minutes between planned slots after the announcement, when only corrections are expected.
    package let correctionMinutes: Int
    /// The upstream shows nothing that counts between the end of scoring and the announcement.
    package let isFrozenWhileCounting: Bool

    package init(
        cadenceMinutes: Int = 1, offsetMinutes: Int = 0, correctionMinutes: Int = 60, isFrozenWhileCounting: Bool = true
    ) {
        precondition(cadenceMinutes > 0 && 60 % cadenceMinutes == 0, "a cadence divides an hour")
        precondition(correctionMinutes > 0, "corrections are read at an interval")
        self.cadenceMinutes = cadenceMinutes
        self.offsetMinutes = offsetMinutes % cadenceMinutes
        self.correctionMinutes = correctionMinutes
        self.isFrozenWhileCounting = isFrozenWhileCounting
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
    /// correction interval until the close, and once at the close. While the upstream counts nothing is planned, or
    /// the cadence goes on where nothing is frozen.
    package func isPlanned(_ slot: Slot, for times: EventTimes) -> Bool {
        switch phase(of: times, at: slot.start) {
        case .upcoming: false
        case .running: minutesIntoCadence(slot) == 0
        case .counting: !isFrozenWhileCounting && minutesIntoCadence(slot) == 0
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
        case .running: min(nextInCadence(after: slot), max(slot + 1, announcement(of: times)))
        case .counting:
            isFrozenWhileCounting
                ? announcement(of: times) : min(nextInCadence(after: slot), announcement(of: times))
        case .announced:
            min(
                slot + (correctionMinutes - (slot - announcement(of: times)) % correctionMinutes),
                max(slot + 1, Slot(containing: times.closes)))
        case .closed: slot + 1
        }
    }

    private func minutesIntoCadence(_ slot: Slot) -> Int {
        let minutes = Int64(cadenceMinutes)
        let since = slot.unixMinute - Int64(offsetMinutes)
        return Int(since - since.flooredDivision(by: minutes) * minutes)
    }

    private func nextInCadence(after slot: Slot) -> Slot { slot + (cadenceMinutes - minutesIntoCadence(slot)) }

    private func firstSlot(from instant: Instant) -> Slot {
        let slot = Slot(containing: instant)
        return slot.start < instant ? slot + 1 : slot
    }
}
