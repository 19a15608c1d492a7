import ArgumentParser
import Rankings
import Storage

struct HistorySeries: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "series",
        abstract: "Shows how a border, a rank of the list or a player went.",
        discussion: """
            One line for each change; with --every one for each so many minutes, with what became of that slot: a score
            that stands still while slots were missed was not seen to stand still.

            Example: borderline history series sekai-jp-210/main --rank 1000 --every 60 --plot
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: TableOptions

    @Argument(help: "The board, e.g. sekai-jp-210/main; an event alone means its main board.")
    var board: BoardID

    @Option(help: ArgumentHelp("A border, or a rank of the list.", valueName: "rank"))
    var rank: Int?

    @Option(help: ArgumentHelp("A player as published, 16 hexadecimal digits.", valueName: "player"))
    var player: Pseudonym?

    @Option(help: ArgumentHelp("The first instant; the board's start, where none is given.", valueName: "instant"))
    var from: Instant?

    @Option(help: ArgumentHelp("The last instant; the newest slot, where none is given.", valueName: "instant"))
    var to: Instant?

    @Option(help: ArgumentHelp("One line for each so many minutes.", valueName: "minutes"))
    var every: Int?

    @Flag(help: "Draw it instead.")
    var plot = false

    func validate() throws {
        if (rank == nil) == (player == nil) { throw ValidationError("give either --rank or --player") }
        if let every, every < 1 { throw ValidationError("--every is at least 1 minute") }
    }

    func run() async throws {
        let found = try await Composition.run(options) { parts in
            let stored = try await parts.store.board(board)
            let times = stored.board.times
            let first = Slot(containing: from ?? times.starts)
            let newest = try await parts.store.newestSlot(of: board) ?? first
            let last = min(Slot(containing: to ?? times.closes), max(newest, first))
            guard first <= last else { throw CommandError("--from \(first) is after \(last)") }
            return Found(
                series: try await series(parts.store, from: first, through: last), first: first, last: last,
                outcomes: every == nil
                    ? [] : try await parts.store.outcomes(of: board, after: first - 1, through: last),
                note: RemovedPlayersNote(stored))
        }
        guard !found.series.points.isEmpty else {
            if let note = found.note { throw CommandError(note.text) }
            throw CommandError("\(board) never showed \(rank.map { "rank \($0)" } ?? "that player") in this time")
        }
        if plot {
            print(TerminalPlot(found.series, from: found.first, through: found.last).text)
        } else if let every {
            write(found, every: every)
        } else {
            write(found.series)
        }
    }

    private struct Found: Sendable {
        let series: Series
        let first: Slot
        let last: Slot
        let outcomes: [SlotOutcome]
        let note: RemovedPlayersNote?
    }

    private func series(_ store: Store, from first: Slot, through last: Slot) async throws -> Series {
        if let player { return try await store.playerSeries(of: board, player: player, from: first, through: last) }
        guard let rank else { return Series(points: []) }
        let border = try await store.borderSeries(of: board, rank: rank, from: first, through: last)
        if !border.points.isEmpty { return border }
        return try await store.rankSeries(of: board, rank: rank, from: first, through: last)
    }

    private func write(_ series: Series) {
        var table = Table(columns: ["slot", "rank", "score", "name"], as: output.format)
        for point in series.points { table.add([.slot(point.slot)] + cells(point)) }
        table.finish()
    }

    private func write(_ found: Found, every step: Int) {
        var table = Table(columns: ["slot", "rank", "score", "name", "outcome"], as: output.format)
        let outcomes = Dictionary(found.outcomes.map { ($0.slot, $0.outcome.rawValue) }) { first, _ in first }
        let points = found.series.sampled(from: found.first, through: found.last, every: step)
        for (index, point) in points.enumerated() {
            let slot = found.first + index * step
            table.add([.slot(slot)] + cells(point) + [.text(outcomes[slot])])
        }
        table.finish()
    }

    private func cells(_ point: Series.Point?) -> [Cell] {
        [.integer(point?.rank), .integer(point?.score), .text(point?.name)]
    }
}
