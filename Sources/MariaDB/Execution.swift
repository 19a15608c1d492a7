/// What a statement without rows did.
package struct Execution: Hashable, Sendable {
    /// The number of rows inserted, deleted or really changed: an UPDATE that sets what is there already counts none,
    /// and INSERT … ON DUPLICATE KEY UPDATE counts 1 for a new row, 2 for a changed one, 0 for an unchanged one.
    package var affectedRows: Int
    /// The AUTO_INCREMENT value the statement made, of its first new row; 0 when it made none.
    package var lastInsertID: UInt64

    package init(affectedRows: Int, lastInsertID: UInt64) {
        self.affectedRows = affectedRows
        self.lastInsertID = lastInsertID
    }
}
