package import Rankings

/// A request and what its answer shows.
package struct RankingRequest: Hashable, Sendable {
    /// The halves of a board that the answer shows. Borders may be spread over several requests; a board has them where
    /// all of these succeeded.
    package let parts: Set<RankingPart>
    /// The boards that the answer shows; nil for all of the event.
    package let boards: Set<BoardID>?
    /// The one rank whose border the answer shows; nil where it shows more.
    package let rank: Int?
    /// Which of the upstream's kinds of requests it is, where it tells them apart by number.
    package let kind: Int
    package let request: UpstreamRequest

    package init(
        parts: Set<RankingPart>, boards: Set<BoardID>? = nil, rank: Int? = nil, kind: Int = 0,
        request: UpstreamRequest
    ) {
        self.parts = parts
        self.boards = boards
        self.rank = rank
        self.kind = kind
        self.request = request
    }

    /// Whether the answer shows this part of the board.
    func shows(_ part: RankingPart, of board: BoardID) -> Bool {
        parts.contains(part) && boards?.contains(board) ?? true
    }
}
