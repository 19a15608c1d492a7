package import Rankings

/// What a player's accepted actions come to by a board's rules, one after the other.
package struct ScoreReplay: Hashable, Sendable {
    private let board: HouseBoard
    private var parts: WeightedParts?
    /// Nil before the first that counts.
    package private(set) var score: Int64?
    /// The place of the action that reached the score.
    package private(set) var reached: Int64 = 0
    /// When the last one that counts was accepted.
    package private(set) var changed: Instant?
    /// Actions that do not count by these rules: of a type there is no more, without a value or with one out of bounds,
    /// or leading out of the board's.
    package private(set) var leftOut = 0

    package init(_ board: HouseBoard) {
        self.board = board
        parts = board.newParts
    }

    /// The next action, in the order in which they were accepted.
    package mutating func apply(_ action: TrailAction) {
        guard let points = board.points(againOf: action.type, value: action.value) else {
            leftOut += 1
            return
        }
        do throws(Refusal) {
            let new = try board.score(after: score, points: points, type: action.type, parts: parts)
            parts?.add(points, type: action.type)
            if new != score { reached = action.place }
            score = new
            changed = action.at
        } catch {
            leftOut += 1
        }
    }
}
