import History
import Rankings

/// What one transaction of an import writes.
struct ImportRows: Sendable {
    let board: Int64
    var slots: [Int64?] = []
    var finals: [Int64?] = []
    var frames: [Int64?] = []
    var changes = ChangeRows()

    init(board: Int64) { self.board = board }

    mutating func append(slot: Slot, isFrame: Bool, changes: Changes, isFinal: Bool) {
        slots.append(slot.unixMinute)
        finals.append(isFinal ? 1 : 0)
        if isFrame { frames.append(slot.unixMinute) }
        self.changes.append(changes, board: board, slot: slot)
    }
}
