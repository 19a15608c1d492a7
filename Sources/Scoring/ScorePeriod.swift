package import Cron
package import Rankings

/// When a board begins anew: each period has a key of its own, and nothing is removed when it ends.
package enum ScorePeriod: Hashable, Sendable {
    case always
    case daily(ZoneRules)
    /// Weeks begin on Monday, and are numbered as ISO 8601 does.
    case weekly(ZoneRules)
    case monthly(ZoneRules)
    /// From the first instant to the one at which nothing counts any more.
    case event(Range<Instant>)

    /// One run of a period.
    package struct Span: Hashable, Sendable {
        /// `all`, `2026-11-21`, `2026-W47`, `2026-11`; of an event `event-` and the Unix second of its start.
        package let key: String
        /// Nil: it has no beginning and no end.
        package let times: Range<Instant>?
    }

    /// The one that an instant is in.
    package func span(at instant: Instant) throws(Refusal) -> Span {
        switch self {
        case .always: return Span(key: "all", times: nil)
        case .event(let times):
            guard instant >= times.lowerBound else { throw .boardNotOpen }
            guard instant < times.upperBound else { throw .boardClosed }
            return Span(key: "event-\(times.lowerBound.unixSeconds)", times: times)
        case .daily(let zone):
            let day = zone.date(at: instant)
            return Span(key: day.text, times: zone.start(of: day)..<zone.start(of: day.next))
        case .weekly(let zone):
            let week = zone.date(at: instant).weekStart
            return Span(key: week.weekText, times: zone.start(of: week)..<zone.start(of: week.adding(days: 7)))
        case .monthly(let zone):
            let day = zone.date(at: instant)
            let first = CivilDate(year: day.year, month: day.month, day: 1)
            return Span(
                key: String(day.text.prefix(7)), times: zone.start(of: first)..<zone.start(of: first.firstOfNextMonth))
        }
    }
}
