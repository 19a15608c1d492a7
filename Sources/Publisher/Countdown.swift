import Rankings

/// How long until the next turn of a board, as of an instant.
struct Countdown {
    let times: EventTimes
    let phase: Season.Phase
    let now: Instant
    let words: Catalogue

    var context: PageContext {
        var context = PageContext()
        context[.phaseWords] = phaseWords
        if let target {
            context[.words] = words.length(target.instant - now)
            context[.note] = target.note
            context[.when] = words[.untilAt, ["time": CivilTime(now).clock]]
            context[.target] = String(target.instant.unixSeconds)
        } else {
            context[.words] = ""
            context[.note] =
                words[
                    .untilOver, ["date": words.date(CivilTime(times.ends)), "time": CivilTime(times.ends).clock]]
        }
        if phase == .running { context.set(.progress, progress) }
        return context
    }

    /// What a phase is called on the pages.
    private var phaseWords: String {
        switch phase {
        case .upcoming: words[.phaseUpcoming]
        case .running: words[.phaseRunning]
        case .counting: words[.phaseCounting]
        case .announced: words[.phaseAnnounced]
        case .closed: words[.phaseClosed]
        }
    }

    private var target: (instant: Instant, note: String)? {
        switch phase {
        case .upcoming: (times.starts, words[.untilUpcoming])
        case .running: (times.ends, words[.untilRunning])
        case .counting: (times.announces, words[.untilCounting])
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
