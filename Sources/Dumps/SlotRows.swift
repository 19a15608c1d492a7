import Rankings

/// The three tables that slots are made of, read side by side.
struct SlotRows {
    private let players: [DumpedPlayer]
    private var outcomes: RowCursor
    private var changes: RowCursor
    private var borders: RowCursor
    private var board: BoardID?
    private var list = EntryList()
    private var shown: [StandingBorder] = []
    private var seen = 0
    private var last: Slot?

    init(in folder: String, players: [DumpedPlayer]) throws(DumpError) {
        self.players = players
        outcomes = try RowCursor(.outcomes, in: folder)
        changes = try RowCursor(.changes, in: folder)
        borders = try RowCursor(.borders, in: folder)
    }

    /// The next slot of the board; nil at its end.
    mutating func next(of board: BoardID) throws(DumpError) -> SlotRecord? {
        if self.board != board {
            (self.board, list, shown, seen, last) = (board, EntryList(), [], 0, nil)
        }
        guard outcomes.isOf(board) else { return nil }
        let slot = outcomes.slot
        if let last, last >= slot { throw outcomes.table.malformed("minutes must be in order") }
        last = slot
        let (outcome, isFinal) = try outcomeRow(at: slot)
        try outcomes.advance()
        guard outcome.outcome.isSeen else { return SlotRecord(outcome: outcome, standing: nil) }
        try applyChanges(of: board, at: slot)
        try applyBorders(of: board, at: slot)
        seen += 1
        return SlotRecord(
            outcome: outcome,
            standing: Standing(
                board: board, slot: slot, asOf: slot, entries: list.entries, borders: shown, isFinal: isFinal,
                seen: seen))
    }

    func finish() throws(DumpError) {
        try outcomes.requireEnd("no such board, or the boards are not in order")
        try changes.requireEnd("no minute of outcomes that was seen")
        try borders.requireEnd("no minute of outcomes that was seen")
    }

    private func outcomeRow(at slot: Slot) throws(DumpError) -> (outcome: SlotOutcome, isFinal: Bool) {
        let table = outcomes.table
        guard let outcome = Outcome(rawValue: table.text(2)) else { throw table.malformed(2, "an outcome") }
        let latency = try table.countOrNil(4).map { Duration.milliseconds($0) }
        let reason = table.text(5)
        return (
            SlotOutcome(slot: slot, outcome: outcome, reason: reason.isEmpty ? nil : reason, latency: latency),
            try table.flag(3)
        )
    }

    private mutating func applyChanges(of board: BoardID, at slot: Slot) throws(DumpError) {
        guard changes.isOf(board, slot) else { return }
        var found: [EntryChange] = []
        while changes.isOf(board, slot) {
            found.append(try change())
            try changes.advance()
        }
        guard list.apply(found, at: slot) else {
            throw changes.table.malformed("the places of \(slot), before this line, do not add up")
        }
    }

    private func change() throws(DumpError) -> EntryChange {
        let table = changes.table
        let id = try table.count(2)
        guard players.indices.contains(id - 1) else { throw table.malformed(2, "an id of players.csv.gz") }
        let player = players[id - 1]
        guard let rank = try table.countOrNil(3) else {
            return EntryChange(player: player.player, name: player.name, listed: nil)
        }
        return EntryChange(
            player: player.player, name: player.name,
            listed: EntryChange.Listed(
                place: try table.countOrNil(5) ?? rank, rank: rank, score: try table.integer(4),
                scoredAt: try minute(6, of: table)))
    }

    private mutating func applyBorders(of board: BoardID, at slot: Slot) throws(DumpError) {
        var found: [BorderChange] = []
        while borders.isOf(board, slot) {
            let table = borders.table
            found.append(
                BorderChange(
                    rank: try table.count(2), score: try table.integerOrNil(3), scoredAt: try minute(4, of: table)))
            try borders.advance()
        }
        shown = BorderChange.apply(found, to: shown, at: slot)
    }

    private func minute(_ column: Int, of table: TableReader) throws(DumpError) -> Slot? {
        let text = table.text(column)
        if text.isEmpty { return nil }
        guard let instant = Instant(text) else { throw table.malformed(column, "a whole minute") }
        return Slot(containing: instant)
    }
}
