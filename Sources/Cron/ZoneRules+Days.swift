package import Rankings

extension ZoneRules {
    /// No zone is further from UTC, in either direction.
    private static let widestOffset: Int64 = 26 * 3600
    private static let daySeconds: Int64 = 86_400

    /// The day on the zone's calendars at an instant.
    package func date(at instant: Instant) -> CivilDate {
        let second = instant.unixSeconds
        return CivilDate(dayNumber: Int((second + span(at: second).offset).flooredDivision(by: Self.daySeconds)))
    }

    /// The first instant of the day, by the zone's clocks: not always midnight, which some zones skip when their
    /// clocks go forward. A day a zone left out begins with the one after it.
    package func start(of date: CivilDate) -> Instant {
        let midnight = Int64(date.dayNumber) * Self.daySeconds
        var span = span(at: midnight - Self.widestOffset)
        while true {
            let second = max(midnight - span.offset, span.start ?? .min)
            guard let end = span.end, second >= end else { return Instant(unixSeconds: second) }
            span = self.span(at: end)
        }
    }
}
