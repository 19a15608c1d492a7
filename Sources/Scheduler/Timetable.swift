package import Cron
package import Rankings

/// When one job is due. Pure: it is told what time it is.
package struct Timetable: Sendable {
    /// A run that is later than this was missed: a job that skips those does not do it.
    static let grace = Duration.seconds(60)
    /// How many missed runs are counted before the oldest are given up unseen.
    static let limit = 10_000

    private let timing: Timing
    private let catchUp: CatchUp
    /// Runs due by then have been dealt with.
    private var last: Instant

    /// - Parameters:
    ///   - start: the job runs from here on, this instant included.
    ///   - newest: when the newest known run was due: those since then are caught up with; nil where there is none.
    package init(timing: Timing, catchUp: CatchUp, start: Instant, newest: Instant? = nil) {
        self.timing = timing
        self.catchUp = catchUp
        last = start - .milliseconds(1)
        if let newest, newest < last, catchUp != .skip { last = newest }
    }

    /// The runs to do now, oldest first; they count as dealt with then, and so do those that are left out.
    ///
    /// A clock that was set back is followed: what is due then was done before, and whoever claims runs knows that.
    package mutating func due(at now: Instant) -> (runs: [Instant], leftOut: Int) {
        if now < last {
            last = Slot(containing: now).start - .milliseconds(1)
        }
        var found: [Instant] = []
        var count = 0
        let kept = kept
        while let next = timing.next(after: last), next <= now {
            last = next
            count += 1
            found.append(next)
            if found.count > 2 * kept { found.removeFirst(kept) }
            if count == Self.limit { last = now - Self.grace }
        }
        var runs = Array(found.suffix(kept))
        if catchUp == .skip { runs.removeAll { now - $0 > Self.grace } }
        return (runs, count - runs.count)
    }

    /// When to look again; nil where the job is never due again.
    package var next: Instant? { timing.next(after: last) }

    private var kept: Int {
        switch catchUp {
        case .skip, .once: 1
        case .all(let cap): max(cap, 1)
        }
    }
}
