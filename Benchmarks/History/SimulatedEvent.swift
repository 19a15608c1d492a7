import Rankings
import SimulatedGame

/// An 8-day event of 400 regulars who sleep, play in bursts and rush at the end: 118 rows a minute.
struct SimulatedEvent {
    static let minutes = 192 * 60
    static let starts = Instant(unixSeconds: 1_767_247_200)

    let event: Event
    private let world: SyntheticWorld
    private let game: GameEvent

    init() throws {
        let calendar = try SyntheticCalendar(epoch: Self.starts)
        world = SyntheticWorld(calendar: calendar, seed: 7)
        guard let game = calendar.event(numbered: 1) else { throw BenchError("the calendar has no first event") }
        self.game = game
        event = Self.event(named: "sim-1", of: game)
    }

    /// An event of the same length under another name.
    func event(named name: String) -> Event { Self.event(named: name, of: game) }

    private static func event(named name: String, of game: GameEvent) -> Event {
        let id = EventID(rawValue: name)
        let times = EventTimes(
            starts: game.window.starts, ends: game.window.ends, announces: game.window.announces, closes: game.closes)
        return Event(
            id: id, game: GameID(rawValue: "sim"), upstreamID: name, name: game.name, kind: game.kind, times: times,
            boards: [Board(id: BoardID(event: id, name: "main"), title: game.name, times: times)])
    }

    var firstSlot: Slot { Slot(containing: Self.starts) }

    /// What the game shows at each minute, in turn.
    func reading(minute: Int) -> Reading {
        let slot = firstSlot + minute
        let shown = slot.start + .seconds(1)
        return Reading(
            board: event.boards[0].id, slot: slot, seenAt: shown,
            entries: world.entries(of: game, on: .main, at: shown).map { row in
                Entry(rank: row.rank, player: PlayerID(String(row.player.userID)), name: row.name, score: row.score)
            },
            borders: world.borders(of: game, on: .main, at: shown).map { Border(rank: $0.rank, score: $0.score) },
            isFinal: false)
    }
}
