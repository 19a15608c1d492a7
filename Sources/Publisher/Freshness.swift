import Rankings

/// The line that says how fresh a page is, and what went wrong where something did.
struct Freshness {
    let edition: Edition

    var context: PageContext {
        var context = PageContext()
        context[.words] = words
        context[.trouble] = trouble
        return context
    }

    /// `Data of 12:03:00 UTC, 60 of 60 minutes seen`
    var words: String {
        guard let seen = edition.standing.asOf else { return "Nothing was seen of this board yet" }
        guard let hour = edition.gains.first(where: { $0.hours == 1 }), hour.coverage.planned > 0 else {
            return "Data of \(time(of: seen))"
        }
        let slots = hour.coverage.planned > 30 ? "minutes" : "readings"
        let share = "\(hour.coverage.seen) of \(hour.coverage.planned)"
        return "Data of \(time(of: seen)), \(share) \(slots) of the last hour seen"
    }

    /// Why the slot's own reading is not all there; nil where it is.
    var trouble: String? {
        let slot = CivilTime(edition.slot.start).clock
        let reason = edition.outcome.reason.map { ": \($0)" } ?? ""
        switch edition.outcome.outcome {
        case .changed, .unchanged: return nil
        case .partial: return "Part of the reading of \(slot) failed\(reason)."
        case .refused: return "The reading of \(slot) was implausible and was not used\(reason).\(last)"
        case .missed: return "The reading of \(slot) was missed\(reason).\(last)"
        }
    }

    /// What is shown in the reading's place; empty where nothing was ever seen.
    private var last: String {
        guard let seen = edition.standing.asOf else { return "" }
        let (time, now) = (CivilTime(seen.start), CivilTime(edition.slot.start))
        let day = time.date == now.date ? "" : " on \(time.shortDate)"
        return " The board is shown as it was at \(time.clock)\(day)."
    }

    /// The day goes without saying only while the event is under way.
    private func time(of slot: Slot) -> String {
        let time = CivilTime(slot.start)
        let isPast = edition.phase == .announced || edition.phase == .closed
        return "\(isPast ? "\(time.shortDate), " : "")\(time.clockWithSeconds) UTC"
    }
}
