import Rankings

/// The tables of a dump while they are written.
final class DumpTables {
    private let boards: TableWriter
    private let outcomes: TableWriter
    private let players: TableWriter
    private let changes: TableWriter
    private let borders: TableWriter
    private let forecasts: TableWriter
    private let forecastBorders: TableWriter

    private(set) var observations = 0
    /// Rows of `players`, by their place; players and names are thousands, however long the event.
    private var identities: [PlayerIdentity: Int] = [:]
    private var board = ""
    private var list = EntryList()
    private var shown: [StandingBorder] = []
    private var minute = MinuteText()

    init(in folder: String) throws(DumpError) {
        boards = try TableWriter(.boards, in: folder)
        outcomes = try TableWriter(.outcomes, in: folder)
        players = try TableWriter(.players, in: folder)
        changes = try TableWriter(.changes, in: folder)
        borders = try TableWriter(.borders, in: folder)
        forecasts = try TableWriter(.forecasts, in: folder)
        forecastBorders = try TableWriter(.forecastBorders, in: folder)
    }

    func begin(_ board: Board, isSettled: Bool) throws(DumpError) {
        self.board = board.id.name
        list = EntryList()
        shown = []
        boards.add(board.id.name)
        boards.add(board.title)
        for instant in [board.times.starts, board.times.ends, board.times.announces, board.times.closes] {
            boards.add(instant.description)
        }
        boards.add(board.rules.isMonotone)
        boards.add(board.rules.scale)
        boards.add(isSettled)
        try boards.endRow()
    }

    func add(_ record: SlotRecord) throws(DumpError) {
        let text = minute.text(record.slot)
        let outcome = record.outcome
        outcomes.add(board)
        outcomes.add(text)
        outcomes.add(outcome.outcome.rawValue)
        outcomes.add(record.standing?.isFinal ?? false)
        outcomes.add(outcome.latency?.wholeMilliseconds)
        outcomes.add(outcome.reason ?? "")
        try outcomes.endRow()
        guard let standing = record.standing else { return }
        observations += standing.entries.count + standing.borders.count
        for change in list.changes(to: standing.entries, at: record.slot) { try add(change, at: text) }
        list = EntryList(standing.entries)
        for change in BorderChange.changes(from: shown, to: standing.borders, at: record.slot) {
            borders.add(board)
            borders.add(text)
            borders.add(change.rank)
            borders.add(change.score)
            borders.add(change.scoredAt?.description ?? "")
            try borders.endRow()
        }
        shown = standing.borders
    }

    func add(_ forecast: BoardForecast) throws(DumpError) {
        let text = minute.text(forecast.madeAt)
        forecasts.add(board)
        forecasts.add(text)
        forecasts.add(forecast.model)
        forecasts.add(forecast.absence?.rawValue ?? "")
        forecasts.add(forecast.caution?.rawValue ?? "")
        try forecasts.endRow()
        for border in forecast.borders {
            forecastBorders.add(board)
            forecastBorders.add(text)
            forecastBorders.add(border.rank)
            for value in border.final.values { forecastBorders.add(value) }
            forecastBorders.add(border.basis?.now)
            forecastBorders.add(border.basis?.linear)
            forecastBorders.add(border.basis?.shape.stepMinutes)
            forecastBorders.add(border.basis.map { Self.list($0.shape.shares) } ?? "")
            forecastBorders.add(border.basis.map { Self.list($0.shape.spreads) } ?? "")
            try forecastBorders.endRow()
        }
    }

    /// Completes the files, in the order of `DumpTable`.
    func finish() throws(DumpError) -> [(DumpTable, TableWriter.Facts)] {
        for (identity, id) in identities.sorted(by: { $0.value < $1.value }) {
            players.add(id)
            players.add(identity.player.description)
            players.add(identity.name.map { String(decoding: $0, as: UTF8.self) } ?? "")
            players.add(identity.name == nil)
            try players.endRow()
        }
        var facts: [(DumpTable, TableWriter.Facts)] = []
        for table in DumpTable.allCases { facts.append((table, try writer(of: table).finish())) }
        return facts
    }

    private func writer(of table: DumpTable) -> TableWriter {
        switch table {
        case .boards: boards
        case .outcomes: outcomes
        case .players: players
        case .changes: changes
        case .borders: borders
        case .forecasts: forecasts
        case .forecastBorders: forecastBorders
        }
    }

    private func add(_ change: EntryChange, at minute: String) throws(DumpError) {
        changes.add(board)
        changes.add(minute)
        changes.add(id(of: PlayerIdentity(player: change.player, name: change.name.map { Array($0.utf8) })))
        changes.add(change.listed?.rank)
        changes.add(change.listed?.score)
        changes.add(change.listed.flatMap { $0.place == $0.rank ? nil : $0.place })
        changes.add(change.listed?.scoredAt?.description ?? "")
        try changes.endRow()
    }

    private static func list(_ numbers: [Int]) -> String { numbers.map(String.init).joined(separator: " ") }

    private func id(of identity: PlayerIdentity) -> Int {
        if let id = identities[identity] { return id }
        let id = identities.count + 1
        identities[identity] = id
        return id
    }
}
