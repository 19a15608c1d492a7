/// A list of scores of one's own that is recorded like an upstream's event.
package struct HouseList: Codable, Hashable, Sendable {
    /// Its name among the game's events.
    package let id: String
    package let title: String
    /// The board it is a list of: forecasts learn from lists of the same board.
    package let board: String
    package let isMonotone: Bool
    package let scale: Int
    /// Milliseconds since 1970.
    package let starts: Int64
    /// The first instant at which nothing counts any more.
    package let ends: Int64

    package init(
        id: String, title: String, board: String, isMonotone: Bool, scale: Int, starts: Int64, ends: Int64
    ) {
        self.id = id
        self.title = title
        self.board = board
        self.isMonotone = isMonotone
        self.scale = scale
        self.starts = starts
        self.ends = ends
    }
}
