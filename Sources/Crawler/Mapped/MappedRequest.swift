/// One kind of request and what its answers mean, as the configuration describes it.
package struct MappedRequest: Hashable, Sendable {
    package let path: PathTemplate
    /// The name of the board that the answers show.
    package let board: String
    package let parts: Set<RankingPart>
    /// To a list or an object of rows; nil where the answer is the list, or one row.
    package let rows: JSONPath?
    /// nil where rows have none: they are in order, or there is one for the rank asked for.
    package let rank: JSONPath?
    package let score: JSONPath
    package let player: JSONPath?
    package let name: JSONPath?
    /// From the document, to when all of it was true.
    package let time: JSONPath?
    /// From a row, to when it was true: only the newest count.
    package let rowTime: JSONPath?
    package let timeFormat: TimeFormat
    /// From the document, to the id of the event that it shows.
    package let event: JSONPath?
    /// From a row, to the id of its event: others are left out.
    package let rowEvent: JSONPath?
    /// Where both parts are shown: rows up to this rank are entries, from it on borders.
    package let lastEntry: Int

    package init(
        path: PathTemplate, board: String = "main", parts: Set<RankingPart>, rows: JSONPath? = nil,
        rank: JSONPath? = nil, score: JSONPath, player: JSONPath? = nil, name: JSONPath? = nil, time: JSONPath? = nil,
        rowTime: JSONPath? = nil, timeFormat: TimeFormat = .rfc3339, event: JSONPath? = nil, rowEvent: JSONPath? = nil,
        lastEntry: Int = 100
    ) {
        self.path = path
        self.board = board
        self.parts = parts
        self.rows = rows
        self.rank = rank
        self.score = score
        self.player = player
        self.name = name
        self.time = time
        self.rowTime = rowTime
        self.timeFormat = timeFormat
        self.event = event
        self.rowEvent = rowEvent
        self.lastEntry = lastEntry
    }
}
