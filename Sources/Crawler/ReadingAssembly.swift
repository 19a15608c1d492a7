package import Rankings

/// Puts the parts of one board together. Pure.
package enum ReadingAssembly: Sendable {
    /// At least one part came; the reason names those that did not.
    case reading(Reading, reason: String?)
    /// No part came.
    case missed(reason: String)

    /// - Parameter isFinal: whether the slot lies after the announcement.
    package init(answers: CrawledAnswers, board: BoardID, slot: Slot, seenAt: Instant, isFinal: Bool) {
        var entries: [Entry]?
        var borders: [Border]?
        var failures: [String] = []
        var shownAt: Instant?
        for part in RankingPart.allCases {
            switch answers.part(part, of: board) {
            case .failure(let failure): failures.append("\(part.rawValue): \(failure.reason)")
            case .success(let shown) where shown.contains(where: \.isCounting):
                failures.append("\(part.rawValue): the upstream is counting")
            case .success(let shown):
                shownAt = ([shownAt] + shown.map(\.shownAt)).compactMap { $0 }.max()
                switch part {
                case .entries: entries = shown.lazy.compactMap(\.entries).first
                case .borders: borders = shown.flatMap { $0.borders ?? [] }
                }
            }
        }
        let reason = failures.isEmpty ? nil : failures.joined(separator: "; ")
        if entries == nil && borders == nil {
            self = .missed(reason: reason ?? "nothing was shown")
            return
        }
        let reading = Reading(
            board: board, slot: slot, seenAt: seenAt, entries: entries, borders: borders, isFinal: isFinal,
            shownAt: shownAt)
        self = .reading(reading, reason: reason)
    }
}
