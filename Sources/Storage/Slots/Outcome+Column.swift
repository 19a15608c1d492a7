import MariaDB
import Rankings

extension Outcome {
    init(column: Int, of row: borrowing MariaDB.Row) throws(DatabaseError) {
        let text = try row.text(column)
        guard let outcome = Outcome(rawValue: text) else {
            preconditionFailure("the column's type allows no outcome but ours, and it held \(text)")
        }
        self = outcome
    }
}
