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
        let cautionWord = table.text(4)
        let caution = ForecastCaution(rawValue: cautionWord)
        guard cautionWord.isEmpty || caution != nil else { throw table.malformed(4, "a caution this program knows") }
        let model = table.text(2)
        try forecasts.advance()
        var quantiles: [BorderForecast] = []
        while borders.isOf(board, slot) {
            var values: [Int64] = []
            for column in Quantiles.levels.indices { values.append(try borders.table.integer(3 + column)) }
            quantiles.append(
                BorderForecast(
                    rank: try borders.table.count(2), final: Quantiles(values: values),
                    basis: try Self.basis(borders.table)))
            try borders.advance()
        }
        return BoardForecast(
            board: board, madeAt: slot, model: model, borders: quantiles, absence: absence, caution: caution)
    }

    /// What the border's forecast started from; nil where all its columns are empty.
    private static func basis(_ table: TableReader) throws(DumpError) -> ForecastBasis? {
        let first = 3 + Quantiles.levels.count
        guard let now = try table.integerOrNil(first) else { return nil }
        let (linear, minutes) = (try table.integer(first + 1), try table.count(first + 2))
        let shares = try numbers(table, first + 3, atMost: RestShape.whole)
        let spreads = try numbers(table, first + 4, atMost: RestShape.spreadLimit)
        guard shares.count == spreads.count, zip(shares, shares.dropFirst()).allSatisfy({ $0 <= $1 }) else {
            throw table.malformed(first + 4, "as many spreads as there are shares, and these must never fall")
        }
        return ForecastBasis(
            now: now, linear: linear,
            shape: RestShape(stepMinutes: minutes, shares: shares, spreads: spreads))
    }

    /// Whole numbers from 0 with spaces between, one for each step.
    private static func numbers(_ table: TableReader, _ column: Int, atMost limit: Int) throws(DumpError) -> [Int] {
        let words = table.text(column).split(separator: " ", omittingEmptySubsequences: false)
        let numbers = words.compactMap { UInt16($0).map { Int($0) } }.filter { $0 <= limit }
        guard numbers.count == words.count, numbers.count <= RestShape.stepLimit else {
            throw table.malformed(column, "1 to \(RestShape.stepLimit) numbers up to \(limit)")
        }
        return numbers
    }

    func finish() throws(DumpError) {
        try forecasts.requireEnd("no such board, or the boards are not in order")
        try borders.requireEnd("no forecast of this minute, or forecasts are not in order")
    }
}
