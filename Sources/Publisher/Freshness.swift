import Rankings

/// The line that says how fresh a page is, and what went wrong where something did.
struct Freshness {
    let edition: Edition
    let catalogue: Catalogue

    var context: PageContext {
        var context = PageContext()
        context[.words] = words
        context[.trouble] = trouble
        return context
    }

    /// `Data of 12:03:00 UTC, 60 of 60 minutes seen`
    var words: String {
        guard let seen = edition.standing.asOf else { return catalogue[.freshNothing] }
        guard let hour = edition.gains.first(where: { $0.hours == 1 }), hour.coverage.planned > 0 else {
            return catalogue[.freshData, ["time": time(of: seen)]]
        }
        return catalogue[
            hour.coverage.planned > 30 ? .freshMinutes : .freshReadings,
            [
                "time": time(of: seen), "seen": String(hour.coverage.seen), "planned": String(hour.coverage.planned),
            ]]
    }

    /// Why the slot's own reading is not all there; nil where it is.
    var trouble: String? {
        let because = edition.outcome.reason.map { catalogue[.troubleBecause, ["reason": $0]] } ?? ""
        func words(_ key: WordKey) -> String {
            catalogue[key, ["time": CivilTime(edition.slot.start).clock, "because": because]]
        }
        return switch edition.outcome.outcome {
        case .changed, .unchanged: nil
        case .partial: words(.troublePartial)
        case .refused: words(.troubleRefused) + last
        case .missed: words(.troubleMissed) + last
        }
    }

    /// What is shown in the reading's place; empty where nothing was ever seen.
    private var last: String {
        guard let seen = edition.standing.asOf else { return "" }
        let (time, now) = (CivilTime(seen.start), CivilTime(edition.slot.start))
        if time.date == now.date { return " " + catalogue[.troubleShown, ["time": time.clock]] }
        return " " + catalogue[.troubleShownDay, ["time": time.clock, "date": catalogue.shortDate(time)]]
    }

    /// The day goes without saying only while the event is under way.
    private func time(of slot: Slot) -> String {
        let time = CivilTime(slot.start)
        let isPast = edition.phase == .announced || edition.phase == .closed
        return "\(isPast ? "\(catalogue.shortDate(time)), " : "")\(time.clockWithSeconds) UTC"
    }
}
