import Cron
package import Rankings

/// Which jobs are due, and when to look again. Pure: it is told what slot it is.
package struct Timetable: Sendable {
    private let schedules: [CronSchedule]
    /// The newest slot that was looked at.
    private var last: Slot

    /// - Parameter start: jobs fire from this slot on.
    package init(_ jobs: [Job], start: Slot) {
        schedules = jobs.map(\.schedule)
        last = start - 1
    }

    /// The jobs due by now, by position, each once however many of its slots have passed; then those count as looked
    /// at.
    /// A clock that was set back is followed: what was due then is due again, and claims keep it from being done twice.
    package mutating func due(at slot: Slot) -> [Int] {
        if slot == last { return [] }
        let after = slot < last ? slot - 1 : last
        last = slot
        return schedules.indices.filter { index in
            schedules[index].next(after: after).map { $0 <= slot } ?? false
        }
    }

    /// The next slot at which any job is due; nil where none ever is.
    package var next: Slot? { schedules.compactMap { $0.next(after: last) }.min() }
}
