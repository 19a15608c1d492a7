import Glibc
import Rankings

/// How much a past border says about the one at hand.
struct Likeness {
    /// Of the same game, but another kind of event or class of board.
    static let weightOfOtherKind = 0.3
    /// Of another game.
    static let weightOfOtherGame = 0.1
    /// Ranks a factor of e^½ (1.65) apart count 0.6 of the same rank, a factor of 5 apart next to nothing.
    static let rankSpread = 0.5

    let game: GameID
    let kind: String
    let boardClass: String

    /// Between 0 and 1; 1 for the same game, kind and class.
    func weight(of board: PastBoard) -> Double {
        guard board.game == game else { return Self.weightOfOtherGame }
        return board.kind == kind && board.boardClass == boardClass ? 1 : Self.weightOfOtherKind
    }

    /// Between 0 and 1; 1 for equal ranks.
    ///
    /// - Parameter distance: of the natural logarithms of two ranks.
    static func weight(ofRankDistance distance: Double) -> Double {
        exp(-0.5 * (distance / rankSpread) * (distance / rankSpread))
    }
}
