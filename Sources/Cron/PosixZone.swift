/// A rule for all years to come, as POSIX writes it in `TZ` and RFC 8536 at the end of each file:
/// `CET-1CEST,M3.5.0,M10.5.0/3`.
struct PosixZone: Hashable, Sendable {
    /// The part of the year with another offset.
    struct Daylight: Hashable, Sendable {
        let offset: Int64
        let starts: PosixDay
        let ends: PosixDay
    }

    /// Seconds east of UTC; POSIX itself counts west.
    let standard: Int64
    let daylight: Daylight?

    /// Nil where the text is no such rule.
    init?(_ text: [UInt8]) {
        var reader = PosixReader(text)
        guard reader.name(), let west = reader.time() else { return nil }
        standard = -west
        if reader.isAtEnd {
            daylight = nil
            return
        }
        guard reader.name() else { return nil }
        var offset = standard + 3600
        if !reader.takes(",") {
            guard let west = reader.time(), reader.takes(",") else { return nil }
            offset = -west
        }
        guard let starts = reader.day(), reader.takes(","), let ends = reader.day(), reader.isAtEnd else { return nil }
        daylight = Daylight(offset: offset, starts: starts, ends: ends)
    }

    /// The year's changes in seconds since 1970, ascending, each with the offset from then on.
    func changes(in year: Int) -> [(instant: Int64, offset: Int64)] {
        guard let daylight else { return [] }
        let changes = [
            (instant: daylight.starts.second(in: year) - standard, offset: daylight.offset),
            (instant: daylight.ends.second(in: year) - daylight.offset, offset: standard),
        ]
        return changes.sorted { $0.instant < $1.instant }
    }
}
