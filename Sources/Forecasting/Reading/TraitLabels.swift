import Rankings

/// Numbers for the names that borders are compared by.
struct TraitLabels {
    private let families: GameFamilies
    private var boards = Labels<BoardID>()
    private var games = Labels<GameID>()
    private var kinds = Labels<String>()
    private var classes = Labels<String>()

    init(families: GameFamilies) { self.families = families }

    mutating func traits(board: BoardID, game: GameID, kind: String, boardClass: String, rank: Int) -> BorderTraits {
        BorderTraits(
            board: boards.number(of: board), game: games.number(of: game), family: families.family(of: game),
            kind: kinds.number(of: kind), boardClass: classes.number(of: boardClass), rank: rank)
    }
}
