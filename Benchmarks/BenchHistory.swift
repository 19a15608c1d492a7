import Rankings
import Storage

/// Five finished events for the forecasts to learn from.
enum BenchHistory {
    private static let ranks = [100, 200, 300, 500, 1000, 2000, 5000, 10000, 50000, 100_000]

    static func fill(_ store: Store) async throws {
        for number in 1...5 {
            let starts = BenchBoard.starts - .hours((6 - number) * 240)
            let ends = starts + .hours(192)
            let id = EventID(rawValue: "bench-\(number)")
            let times = EventTimes(starts: starts, ends: ends, announces: ends, closes: ends)
            let board = Board(id: BoardID(event: id, name: "main"), title: "bench", times: times)
            try await store.register([
                Event(
                    id: id, game: GameID(rawValue: "bench"), upstreamID: String(number), name: "bench",
                    kind: "marathon", times: times, boards: [board])
            ])
            var observations: [BorderObservation] = []
            for hour in 0...192 {
                for rank in ranks {
                    let score = Int64(hour * (hour + 40) * (9 + number)) * 100_000 / Int64(rank)
                    observations.append(
                        BorderObservation(slot: Slot(containing: starts + .hours(hour)), rank: rank, score: score))
                }
            }
            _ = try await store.importBorders(observations, of: board.id)
            try await store.settle(board.id)
        }
    }
}
