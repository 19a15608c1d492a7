import Rankings

/// A board of 119 rows that moves like a real one: a quarter of the rows change each minute.
struct BenchBoard {
    static let starts = Instant(unixSeconds: 1_767_247_200)
    static let entries = 100
    private static let ranks = [
        200, 300, 400, 500, 1000, 1500, 2000, 2500, 3000, 4000, 5000, 10000, 20000, 30000, 40000, 50000, 100_000,
        200_000, 300_000,
    ]

    let event: Event
    var board: Board { event.boards[0] }

    init(name: String) {
        let id = EventID(rawValue: name)
        let ends = Self.starts + .hours(24 * 9)
        let times = EventTimes(
            starts: Self.starts, ends: ends, announces: ends + .minutes(10), closes: ends + .hours(42))
        event = Event(
            id: id, game: GameID(rawValue: "bench"), upstreamID: String(name.drop { !$0.isNumber }), name: name,
            kind: "marathon", times: times,
            boards: [Board(id: BoardID(event: id, name: "main"), title: name, times: times)])
    }

    func reading(minute: Int) -> Reading {
        let slot = Slot(containing: Self.starts) + minute
        let scores = (0..<Self.entries).map { player -> (player: Int, score: Int64) in
            // Each player plays in about a quarter of the minutes, at a pace of its own.
            let plays = (minute + player * 7) / 4
            return (player, Int64(plays) * Int64(2_000 + player * 137 % 900))
        }
        let ordered = scores.sorted { ($0.score, $1.player) > ($1.score, $0.player) }
        return Reading(
            board: board.id, slot: slot, seenAt: slot.start + .seconds(1),
            entries: ordered.enumerated().map { place, item in
                Entry(
                    rank: place + 1, player: PlayerID("1000000000000\(item.player)"), name: "プレイヤー \(item.player)",
                    score: item.score)
            },
            borders: Self.ranks.map { Border(rank: $0, score: Int64(minute * 400_000 / $0) * 4) }, isFinal: false)
    }
}
