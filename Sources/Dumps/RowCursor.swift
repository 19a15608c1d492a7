import Rankings

/// A table whose rows begin with board and minute, one row ahead.
struct RowCursor {
    let table: TableReader
    private var minute = MinuteText()
    private(set) var hasRow: Bool
    /// Of the row.
    private(set) var slot = Slot(unixMinute: 0)

    init(_ table: DumpTable, in folder: String) throws(DumpError) {
        self.table = try TableReader(table, in: folder)
        hasRow = try self.table.next()
        try readMinute()
    }

    /// Whether the row is of the board.
    func isOf(_ board: BoardID) -> Bool { hasRow && table.bytes(0).elementsEqual(board.name.utf8) }

    /// Whether the row is of the board and the slot.
    func isOf(_ board: BoardID, _ slot: Slot) -> Bool { hasRow && self.slot == slot && isOf(board) }

    mutating func advance() throws(DumpError) {
        hasRow = try table.next()
        try readMinute()
    }

    /// - Throws: where there is a row that nothing asked for.
    func requireEnd(_ problem: String) throws(DumpError) {
        if hasRow { throw table.malformed(problem) }
    }

    private mutating func readMinute() throws(DumpError) {
        guard hasRow else { return }
        guard let slot = minute.slot(table.bytes(1)) else { throw table.malformed(1, "a whole minute") }
        self.slot = slot
    }
}
