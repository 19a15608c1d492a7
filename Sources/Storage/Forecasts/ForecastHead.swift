import MariaDB
import Rankings

/// A row of forecasts, without their borders.
struct ForecastHead: Sendable {
    let slot: Slot
    let model: String
    let absence: ForecastAbsence?
    let caution: ForecastCaution?

    /// Columns slot, model, absence and caution. Words a newer program wrote are taken for none.
    init(_ row: borrowing MariaDB.Row) throws(DatabaseError) {
        slot = Slot(unixMinute: try row.int64(0))
        model = try row.text(1)
        absence = try row.textOrNil(2).flatMap(ForecastAbsence.init(rawValue:))
        caution = try row.textOrNil(3).flatMap(ForecastCaution.init(rawValue:))
    }

    func forecast(of board: BoardID, borders: [BorderForecast]) -> BoardForecast {
        BoardForecast(
            board: board, madeAt: slot, model: model, borders: borders, absence: absence, caution: caution)
    }
}
