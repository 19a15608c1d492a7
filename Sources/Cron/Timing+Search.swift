import Rankings

extension Timing {
    /// Looks for the next time by a zone's clock. All in seconds since 1970; local ones as if the clock showed UTC.
    struct Search {
        let schedule: CronSchedule
        /// Bit n for the second n.
        let seconds: UInt64
        let isFixed: Bool
        let zone: ZoneRules

        func next(after second: Int64) -> Int64? {
            var (after, span) = (second, zone.span(at: second))
            while true {
                var local = after + span.offset
                // What the clock showed before it was set back does not count again.
                if isFixed, let start = span.start { local = max(local, start + span.previousOffset - 1) }
                guard let found = next(afterLocal: local) else { return nil }
                guard let end = span.end, found - span.offset >= end else { return found - span.offset }
                let following = zone.span(at: end)
                // Left out by a jump: it runs when the clock has jumped.
                if isFixed, found < end + following.offset { return end }
                (after, span) = (end - 1, following)
            }
        }

        /// The next time the clock would show if it never jumped.
        private func next(afterLocal second: Int64) -> Int64? {
            let minute = second.flooredDivision(by: 60)
            if schedule.matches(Slot(unixMinute: minute)) {
                let later = seconds >> UInt64(second - minute * 60 + 1)
                if later != 0 { return second + 1 + Int64(later.trailingZeroBitCount) }
            }
            return schedule.next(after: Slot(unixMinute: minute)).map {
                $0.unixMinute * 60 + Int64(seconds.trailingZeroBitCount)
            }
        }
    }
}
