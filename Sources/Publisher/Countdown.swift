import Rankings

/// How long until the next turn of a board, as of an instant.
struct Countdown {
    let times: EventTimes
    let phase: Season.Phase
    let now: Instant

    var context: PageContext {
        var context = PageContext()
        context[.phaseWords] = Self.words(of: phase)
        if let target {
            context[.words] = Wording.length(target.instant - now)
            context[.note] = "\(target.note) at \(CivilTime(now).clock) UTC"
            context[.target] = String(target.instant.unixSeconds)
        } else {
            context[.words] = ""
            context[.note] = "Scoring ended on \(CivilTime(times.ends).date) at \(CivilTime(times.ends).clock) UTC"
        }
        if phase == .running { context.set(.progress, progress) }
        return context
    }

    /// What a phase is called on the pages.
    static func words(of phase: Season.Phase) -> String {
        switch phase {
        case .upcoming: "Not started"
        case .running: "Running"
        case .counting: "Being counted"
        case .announced: "Result is out"
        case .closed: "Over"
        }
    }

    private var target: (instant: Instant, note: String)? {
        switch phase {
        case .upcoming: (times.starts, "to the start")
        case .running: (times.ends, "left")
        case .counting: (times.announces, "to the result")
        case .announced, .closed: nil
        }
    }

    private var progress: PageContext {
        var progress = PageContext()
        progress.set(.elapsed, max(0, now.unixSeconds - times.starts.unixSeconds))
        progress.set(.total, max(1, times.ends.unixSeconds - times.starts.unixSeconds))
        return progress
    }
}
