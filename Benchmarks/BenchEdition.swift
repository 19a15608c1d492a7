import Publisher
import Rankings

/// The values of one edition of a benchmark's board: 100 entries, 19 borders, each with a forecast and its course.
struct BenchEdition: Sendable {
    let board: BenchBoard
    /// What the forecast's document and charts show.
    let report: ForecastReport
    private let reading: Reading
    private let players: [Pseudonym]

    /// - Parameter minute: of the event; in each are other players, with other scores.
    init(board number: Int, minute: Int) {
        let board = BenchBoard(name: "bench-\(number)")
        let reading = board.reading(minute: minute)
        let borders = reading.borders ?? []
        let forecast = BoardForecast(
            board: board.board.id, madeAt: reading.slot, model: "bench",
            borders: borders.map { border in
                BorderForecast(
                    rank: border.rank,
                    final: Quantiles(values: [80, 85, 92, 100, 108, 115, 120].map { border.score * $0 / 50 }))
            })
        let courses = borders.map { border in
            let hours = stride(from: 0, through: minute, by: 60)
            return BorderCourse(
                rank: border.rank,
                points: hours.map { BorderCourse.Point(slot: reading.slot - (minute - $0), score: Int64($0 * 1_600)) })
        }
        self.board = board
        self.reading = reading
        report = ForecastReport(board: board.board, forecast: forecast, courses: courses)
        players = (0..<BenchBoard.entries).map {
            Pseudonym(value: UInt64($0 + minute * BenchBoard.entries) &* 0x9E37_79B9_7F4A_7C15)
        }
    }

    /// - Parameter forecast: the hash of its document; nil shows the edition without one.
    func edition(forecast document: String?) -> Edition {
        let slot = reading.slot
        let entries = zip(reading.entries ?? [], players).enumerated().map { place, entry in
            StandingEntry(
                rank: entry.0.rank, player: entry.1, name: entry.0.name, score: entry.0.score,
                scoredAt: slot - place % 7)
        }
        let borders = (reading.borders ?? []).map { StandingBorder(rank: $0.rank, score: $0.score, scoredAt: slot) }
        let windows = [1, 3, 24].map { hours in
            GainWindow(
                hours: hours, coverage: Coverage(seen: hours * 60, planned: hours * 60),
                players: Dictionary(entries.map { ($0.player, $0.score / 80 * Int64(hours)) }) { first, _ in first },
                borders: Dictionary(borders.map { ($0.rank, $0.score / 80 * Int64(hours)) }) { first, _ in first })
        }
        return Edition(
            event: board.event, board: board.board, phase: .running,
            standing: Standing(
                board: board.board.id, slot: slot, asOf: slot, entries: entries, borders: borders, isFinal: false),
            outcome: SlotOutcome(slot: slot, outcome: .changed, latency: .milliseconds(300)), gains: windows,
            forecast: document.map {
                PublishedForecast(forecast: report.forecast, document: $0, chartRanks: report.courses.map(\.rank))
            }, next: slot + 1)
    }
}
