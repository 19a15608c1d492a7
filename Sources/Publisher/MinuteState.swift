/// What an hour's pack keeps of one `latest.json`: everything but the gains and their windows, which readers find from
/// the scores and outcomes.
struct MinuteState: Hashable, Sendable {
    /// The values that seldom differ from one minute to the next.
    struct Head: Hashable, Sendable {
        /// Minutes from `as_of` to the slot; nil before the first reading.
        var lag: Int64?
        /// Minutes from the slot to `next`; nil after the last.
        var wait: Int64?
        var outcome: String
        var reason: String?
        var phase: String
        var isFinal: Bool
        var forecast: String?
    }

    /// The rows of a list, as columns of one length.
    struct Columns: Hashable, Sendable {
        var rank: [Int64] = []
        /// Empty for borders.
        var player: [String] = []
        var score: [Int64] = []
        /// The whole minutes since 1970 of the slot at which the score was first seen.
        var since: [Int64] = []
    }

    /// Whole minutes since 1970.
    let minute: Int64
    let board: String
    let head: Head
    let entries: Columns
    let borders: Columns

    init(minute: Int64, board: String, head: Head, entries: Columns, borders: Columns) {
        self.minute = minute
        self.board = board
        self.head = head
        self.entries = entries
        self.borders = borders
    }
}
