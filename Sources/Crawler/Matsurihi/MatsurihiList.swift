package import Rankings

/// One of the rankings of an event of Theater Days, each a board of its own.
package enum MatsurihiList: String, Hashable, Sendable, CaseIterable {
    case eventPoint, highScore, loungePoint

    package var boardName: String {
        switch self {
        case .eventPoint: "main"
        case .highScore: "high-score"
        case .loungePoint: "lounge-point"
        }
    }

    package var standardTitle: String {
        switch self {
        case .eventPoint: Board.wholeEventTitle
        case .highScore: "High score"
        case .loungePoint: "Lounge points"
        }
    }

    /// A lounge loses the points of a member who leaves; points and best scores of a player never fall.
    package var rules: BoardRules { BoardRules(isMonotone: self != .loungePoint) }

    /// The board of this name as every event has it.
    package var standardBoard: StandardBoard { StandardBoard(name: boardName, title: standardTitle, rules: rules) }
}
