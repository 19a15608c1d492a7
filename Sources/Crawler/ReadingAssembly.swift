package import Rankings

/// Puts the parts of one board together. Pure.
package enum ReadingAssembly: Sendable {
    /// At least one part came; the reason names those that did not.
    case reading(Reading, reason: String?)
    /// No part came.
    case missed(reason: String)

    /// - Parameter isFinal: whether the slot lies after the announcement.
    package init(answers: SourceCrawl.Answers, board: BoardID, slot: Slot, seenAt: Instant, isFinal: Bool) {
        var entries: [Entry]?
        var borders: [Border]?
        var failures: [String] = []
        for part in RankingPart.allCases {
            switch Self.part(part, of: board, in: answers) {
            case .success(.entries(let shown)): entries = shown
            case .success(.borders(let shown)): borders = shown
            case .success(.counting): failures.append("\(part.rawValue): the upstream is counting")
            case .failure(let failure): failures.append("\(part.rawValue): \(failure.reason)")
            }
        }
        let reason = failures.isEmpty ? nil : failures.joined(separator: "; ")
        if entries == nil && borders == nil {
            self = .missed(reason: reason ?? "nothing was shown")
            return
        }
        let reading = Reading(
            board: board, slot: slot, seenAt: seenAt, entries: entries, borders: borders, isFinal: isFinal)
        self = .reading(reading, reason: reason)
    }

    private struct Failure: Error {
        let reason: String
    }

    private static func part(
        _ part: RankingPart, of board: BoardID, in answers: SourceCrawl.Answers
    ) -> Result<BoardPart, Failure> {
        switch answers[part] {
        case nil: return .failure(Failure(reason: "not asked for"))
        case .failure(let error): return .failure(Failure(reason: error.description))
        case .success(let boards):
            guard let shown = boards[board] else { return .failure(Failure(reason: "not shown")) }
            return .success(shown)
        }
    }
}
