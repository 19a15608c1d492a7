package import Rankings

/// Puts the parts of one board together. Pure.
package enum ReadingAssembly: Sendable {
    /// At least one part came; the reason names those that did not.
    case reading(Reading, reason: String?)
    /// No part came.
    case missed(reason: String)

    /// A part that no request shows is not missing: the upstream does not have it.
    ///
    /// - Parameter isFinal: whether the slot lies after the announcement.
    package init(answers: CrawledAnswers, board: BoardID, slot: Slot, seenAt: Instant, isFinal: Bool) {
        var entries: [Entry]?
        var borders: [Border]?
        var failures: [(part: RankingPart, reason: String)] = []
        var shownAt: Instant?
        for part in RankingPart.allCases where answers.isAskedFor(part, of: board) {
            switch answers.part(part, of: board) {
            case .failure(let failure): failures.append((part, failure.reason))
            case .success(let shown):
                shownAt = ([shownAt] + shown.map(\.shownAt)).compactMap { $0 }.max()
                switch part {
                case .entries: entries = shown.lazy.compactMap(\.entries).first
                case .borders: borders = shown.flatMap { $0.borders ?? [] }
                }
            }
        }
        let reason = Self.words(failures, isAll: entries == nil && borders == nil)
        if entries == nil && borders == nil {
            self = .missed(reason: reason ?? "not asked for")
            return
        }
        let reading = Reading(
            board: board, slot: slot, seenAt: seenAt, entries: entries, borders: borders, isFinal: isFinal,
            shownAt: shownAt, isPartial: !failures.isEmpty)
        self = .reading(reading, reason: reason)
    }

    /// One reason that holds for everything is said once.
    private static func words(_ failures: [(part: RankingPart, reason: String)], isAll: Bool) -> String? {
        if isAll, let first = failures.first, failures.allSatisfy({ $0.reason == first.reason }) { return first.reason }
        let words = failures.map { "\($0.part.rawValue): \($0.reason)" }
        return words.isEmpty ? nil : words.joined(separator: "; ")
    }
}
