import Rankings

/// How good the forecasts of a game were, in one sentence.
struct AccuracySummary {
    /// Of one game.
    let boards: [ScoredBoard]

    /// Nil where none was judged at any of the times it speaks of.
    func words(in catalogue: Catalogue) -> String? {
        let parts = Self.leads.compactMap { lead in
            error(hours: lead).map { catalogue[.accuracyLead, ["error": $0, "hours": String(lead)]] }
        }
        guard !parts.isEmpty else { return nil }
        return catalogue[.accuracy, ["n": String(boards.count), "errors": parts.joined(separator: ", ")]]
    }

    /// `2.5 %`: the mean over all borders; nil where nothing was forecast then.
    private func error(hours: Int) -> String? {
        let known = boards.flatMap(\.scores).filter { $0.leadHours == hours && $0.borders > 0 }
        let borders = known.reduce(0) { $0 + $1.borders }
        guard borders > 0 else { return nil }
        let tenths = (known.reduce(0) { $0 + $1.error * $1.borders } / borders + 500) / 1000
        return "\(tenths / 10).\(tenths % 10) %"
    }

    /// Hours before the end: a day, and what is left for the last decisions.
    private static let leads = [24, 3]
}
