package import Rankings

/// What became of each request for the boards of one event.
package struct CrawledAnswers: Sendable {
    package typealias Answer = Result<[BoardID: ShownBoard], UpstreamError>

    /// By request.
    package let answers: [RankingRequest: Answer]
    /// The newest bodies, also of answers that were not understood; none where the upstream sent none.
    private let bodies: [RankingRequest: [UInt8]]

    package init(_ answers: [RankingRequest: Answer], bodies: [RankingRequest: [UInt8]] = [:]) {
        self.answers = answers
        self.bodies = bodies
    }

    /// The bodies that show the board, for inspection, each with the parts it shows.
    package func bodies(showing board: BoardID) -> [(parts: String, body: [UInt8])] {
        bodies.filter { $0.key.boards?.contains(board) ?? true }.sorted { $0.key.request.path < $1.key.request.path }
            .map { ($0.key.parts.map(\.rawValue).sorted().joined(separator: "-"), $0.value) }
    }

    /// Whether an answer came and was not understood.
    package func hasMalformed(showing board: BoardID) -> Bool {
        answers.contains { request, answer in
            guard request.boards?.contains(board) ?? true, case .failure(let error) = answer else { return false }
            return error.isAboutTheBody
        }
    }

    /// Whether the upstream has this part of the board.
    func isAskedFor(_ part: RankingPart, of board: BoardID) -> Bool {
        answers.keys.contains { $0.shows(part, of: board) }
    }

    /// What the answers show of one part of a board; never empty.
    func part(_ part: RankingPart, of board: BoardID) -> Result<[ShownBoard], PartFailure> {
        var shown: [ShownBoard] = []
        // In one order, so that reasons are the same from one slot to the next.
        let asked = answers.filter { $0.key.shows(part, of: board) }
            .sorted { $0.key.request.path < $1.key.request.path }
        for (_, answer) in asked {
            switch answer {
            case .failure(let error): return .failure(PartFailure(reason: error.description))
            case .success(let boards): if let found = boards[board] { shown.append(found) }
            }
        }
        if shown.contains(where: \.isCounting) { return .failure(PartFailure(reason: "the upstream is counting")) }
        let hasPart = shown.filter { part == .entries ? $0.entries != nil : $0.borders != nil }
        return hasPart.isEmpty ? .failure(PartFailure(reason: "not shown")) : .success(hasPart)
    }

    /// Why a board lacks a part, in words for an outcome.
    struct PartFailure: Error {
        let reason: String
    }
}
