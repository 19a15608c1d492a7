import Rankings

/// The two tables that forecasts are made of, read side by side.
struct ForecastRows {
    private var forecasts: RowCursor
    private var borders: RowCursor

    init(in folder: String) throws(DumpError) {
        forecasts = try RowCursor(.forecasts, in: folder)
        borders = try RowCursor(.forecastBorders, in: folder)
    }

    /// The next forecast of the board; nil after its last.
    mutating func next(of board: BoardID) throws(DumpError) -> BoardForecast? {
        guard forecasts.isOf(board) else { return nil }
        let slot = forecasts.slot
        let table = forecasts.table
        let word = table.text(3)
        let absence = ForecastAbsence(rawValue: word)
        guard word.isEmpty || absence != nil else { throw table.malformed(3, "a reason this program knows") }
        let model = table.text(2)
        try forecasts.advance()
        var quantiles: [BorderForecast] = []
        while borders.isOf(board, slot) {
            var values: [Int64] = []
            for column in Quantiles.levels.indices { values.append(try borders.table.integer(3 + column)) }
            quantiles.append(BorderForecast(rank: try borders.table.count(2), final: Quantiles(values: values)))
            try borders.advance()
        }
        return BoardForecast(board: board, madeAt: slot, model: model, borders: quantiles, absence: absence)
    }

    func finish() throws(DumpError) {
        try forecasts.requireEnd("no such board, or the boards are not in order")
        try borders.requireEnd("no forecast of this minute, or forecasts are not in order")
    }
}
