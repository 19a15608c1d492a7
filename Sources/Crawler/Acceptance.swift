package import Rankings

/// Whether a reading can be true, given the standing before it. Pure.
package struct Acceptance: Hashable, Sendable {
    /// A reading with a smaller share of the last one's rows is refused.
    package let leastRowsShare: Double
    /// A reading in which a larger share of the players seen before have fallen is refused, on monotone boards.
    package let mostFallenShare: Double
    /// The same once the result is announced: corrections take points from few players, one always may lose some.
    package let mostCorrectedShare: Double
    /// How far the time that an upstream gives for what it shows may lie ahead of our clock.
    package let mostAhead: Duration
    /// After so many refusals in a row that agree with each other the next reading is believed; 0: never.
    package let believeAfter: Int

    package init(
        leastRowsShare: Double = 0.5, mostFallenShare: Double = 0.5, mostCorrectedShare: Double = 0.1,
        mostAhead: Duration = .seconds(120), believeAfter: Int = 30
    ) {
        self.believeAfter = believeAfter
        self.mostAhead = mostAhead
        self.leastRowsShare = leastRowsShare
        self.mostFallenShare = mostFallenShare
        self.mostCorrectedShare = mostCorrectedShare
    }

    /// - Parameters:
    ///   - standing: the standing before.
    ///   - running: the last standing before scoring ended, by which an answer from before the end is told from a
    ///     correction; nil where there is none or the board still runs.
    ///   - pseudonym: turns the reading's players into those of the standings.
    /// - Returns: why the reading is refused, in words for the page; nil where it is accepted.
    package func refusal(
        of reading: Reading, on board: Board, after standing: Standing, running: Standing? = nil,
        pseudonym: (PlayerID) -> Pseudonym
    ) -> String? {
        if standing.isFinal && !reading.isFinal { return "older than the announced result" }
        if let shownAt = reading.shownAt, shownAt > reading.seenAt + mostAhead {
            return "shows \(shownAt), which is to come"
        }
        if let entries = reading.entries, let refusal = disorder(of: entries) { return refusal }
        if let borders = reading.borders, let refusal = disorder(of: borders) { return refusal }
        if let entries = reading.entries, isTooShort(entries.count, after: standing.entries.count) {
            return "only \(entries.count) of \(standing.entries.count) entries"
        }
        if let borders = reading.borders, isTooShort(Set(borders.map(\.rank)).count, after: standing.borders.count) {
            return "only \(borders.count) of \(standing.borders.count) borders"
        }
        guard board.rules.isMonotone else { return nil }
        let shown = Scores(of: reading, pseudonym: pseudonym)
        if standing.isFinal, let running,
            let refusal = shown.regression(from: Scores(of: standing), to: Scores(of: running))
        {
            return refusal
        }
        let before = Scores(of: standing).players
        let pairs = shown.players.compactMap { player, score in before[player].map { ($0, score) } }
        let fallen = pairs.count { old, new in new < old }
        let most =
            reading.isFinal
            ? max(1, mostCorrectedShare * Double(pairs.count)) : mostFallenShare * Double(pairs.count)
        return Double(fallen) > most ? "\(fallen) of \(pairs.count) players fell" : nil
    }

    private func isTooShort(_ count: Int, after before: Int) -> Bool {
        Double(count) < leastRowsShare * Double(before)
    }

    private func disorder(of entries: [Entry]) -> String? {
        for (better, worse) in zip(entries, entries.dropFirst()) {
            if worse.rank < better.rank { return "rank \(worse.rank) follows rank \(better.rank)" }
            if worse.score > better.score { return "rank \(worse.rank) has more than rank \(better.rank)" }
        }
        if let entry = entries.first(where: { $0.rank < 1 || $0.score < 0 }) {
            return "rank \(entry.rank) with score \(entry.score)"
        }
        if Set(entries.map(\.player)).count < entries.count { return "a player is listed twice" }
        return nil
    }

    private func disorder(of borders: [Border]) -> String? {
        if let border = borders.first(where: { $0.rank < 1 || $0.score < 0 }) {
            return "border \(border.rank) with score \(border.score)"
        }
        let ordered = borders.sorted { $0.rank < $1.rank }
        for (better, worse) in zip(ordered, ordered.dropFirst()) where worse.score > better.score {
            return "border \(worse.rank) has more than border \(better.rank)"
        }
        return nil
    }
}
