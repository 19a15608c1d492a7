import Rankings

/// The rows of a board: entries, with each border after the last entry that is ranked no lower.
struct BoardTable {
    let edition: Edition
    private let forecasts: [Int: Quantiles]

    init(edition: Edition) {
        self.edition = edition
        let borders = edition.forecast?.forecast.borders ?? []
        forecasts = Dictionary(borders.map { ($0.rank, $0.final) }) { first, _ in first }
    }

    func add(to context: inout PageContext) {
        context.set(.windows, edition.gains.map(window))
        context.set(.columnCount, Self.fixedColumns + edition.gains.count)
        context.set(.rows, rows)
        context[.playersRemoved] = edition.playersRemoved.map { CivilTime($0).date }
        let isEmpty = edition.standing.entries.isEmpty && edition.standing.borders.isEmpty
        context.set(.noRows, isEmpty && edition.playersRemoved == nil)
    }

    private var rows: [PageContext] {
        var rows: [PageContext] = []
        var borders = edition.standing.borders[...]
        for entry in edition.standing.entries {
            while let border = borders.first, border.rank < entry.rank {
                rows.append(row(of: border))
                borders.removeFirst()
            }
            rows.append(row(of: entry))
        }
        return rows + borders.map { row(of: $0) }
    }

    private func window(_ window: GainWindow) -> PageContext {
        var context = PageContext()
        context.set(.hours, window.hours)
        context[.coverage] = "\(window.coverage.seen)/\(window.coverage.planned)"
        context.set(.isPartial, isPoorlySeen(window.coverage))
        context.set(.isWide, window.hours != 1)
        return context
    }

    private func row(of entry: StandingEntry) -> PageContext {
        var context = PageContext(capacity: Self.namesOfRow)
        context.set(.border, false)
        context[.key] = entry.player.description
        context[.name] = entry.name.map(DisplayText.name) ?? Wording.removedPlayer
        add(rank: entry.rank, score: entry.score, scoredAt: entry.scoredAt, to: &context)
        context.set(.gains, edition.gains.map { gain($0.players[entry.player], of: $0) })
        return context
    }

    private func row(of border: StandingBorder) -> PageContext {
        var context = PageContext(capacity: Self.namesOfRow)
        context.set(.border, true)
        context[.key] = "b\(border.rank)"
        add(rank: border.rank, score: border.score, scoredAt: border.scoredAt, to: &context)
        context.set(.gains, edition.gains.map { gain($0.borders[border.rank], of: $0) })
        context.set(.forecast, forecasts[border.rank].map { ForecastSection.numbers(of: $0, scale: scale) })
        return context
    }

    private func add(rank: Int, score: Int64, scoredAt: Slot, to context: inout PageContext) {
        context[.rank] = Wording.number(Int64(rank))
        context[.score] = Wording.number(score, scale: scale)
        context[.idle] = Wording.age(minutes: edition.slot - scoredAt)
        context[.idleTime] = CivilTime(scoredAt.start).machineReadable
    }

    private func gain(_ gain: Int64?, of window: GainWindow) -> PageContext {
        var context = PageContext(capacity: 2)
        context[.gain] = gain.map { Wording.gain($0, scale: scale) } ?? "–"
        context[.style] = Self.style(isWide: window.hours != 1, isStill: (gain ?? 0) == 0)
        return context
    }

    /// The classes of a gain's cell: hidden on narrow screens, nothing gained.
    private static func style(isWide: Bool, isStill: Bool) -> String {
        isWide ? (isStill ? "wide still" : "wide") : (isStill ? "still" : "")
    }

    /// Whether so little of a window was seen that its gains want a mark: less than 95 %.
    private func isPoorlySeen(_ coverage: Coverage) -> Bool { coverage.seen * 20 < coverage.planned * 19 }

    private var scale: Int { edition.board.rules.scale }

    /// The names a row has at the most.
    private static let namesOfRow = 9
    /// Rank, name, score and last change.
    private static let fixedColumns = 4
}
