import Rankings

/// In which hours a player was seen on a board. A board is read whole at least once in every hour that was seen, so the
/// hours of its courses are those that were.
struct PlayerPresence {
    /// The first slots of the hours in which the board was seen; nil where no course says.
    private let boardHours: Set<Slot>?
    /// The first slots of the hours in which the player was on the board at some time.
    private let playerHours: Set<Slot>
    /// The first slots of the board's first and last hour until now.
    private let hours: ClosedRange<Slot>

    init(report: PlayerReport, edition: Edition) {
        let first = Slot(containing: edition.board.times.starts).hour
        let last = min(edition.slot, Slot(containing: edition.board.times.ends))
        hours = first...max(first, last.hour)
        let seen = Set(report.courses.flatMap { $0.points.map(\.slot.hour) })
        boardHours = seen.isEmpty ? nil : seen
        let points = report.series.points
        var held: Set<Slot> = []
        for (place, point) in points.enumerated() where point.score != nil {
            let next = place + 1 < points.count ? points[place + 1].slot : last + 1
            for hour in stride(from: point.slot.hour.unixMinute, to: next.unixMinute, by: Self.hourMinutes) {
                held.insert(Slot(unixMinute: hour))
            }
        }
        playerHours = held
    }

    /// Whether the hour is one of the board's until now.
    func isPast(_ hour: Slot) -> Bool { hours.contains(hour) }

    /// Whether the board was read in the hour of a slot.
    func isSeen(_ slot: Slot) -> Bool { boardHours?.contains(slot.hour) ?? true }

    /// Whether the board was read in the hour, and the player was on it.
    func isKnown(_ hour: Slot) -> Bool { isSeen(hour) && playerHours.contains(hour) }

    /// Hours of a day of the board until now, and how many of them are known.
    func coverage(of day: Slot) -> (known: Int, hours: Int) {
        let past = (0..<24).map { day + $0 * Self.hourMinutes }.filter(isPast)
        return (past.count(where: isKnown), past.count)
    }

    private static let hourMinutes = 60
}
