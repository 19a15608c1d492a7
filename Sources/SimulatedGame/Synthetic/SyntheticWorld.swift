package import Rankings
import Synchronization

/// Made-up events for ever, each a pure function of the seed, its number and the instant.
package final class SyntheticWorld: GameWorld {
    /// Events kept worked out, about 8 MB each: those a crawler asks for at one time, and a spare one.
    private static let keptEvents = 3

    package let calendar: SyntheticCalendar
    private let seed: UInt64
    /// The most recently used last.
    private let workedOut = Mutex<[SyntheticEvent]>([])

    package init(calendar: SyntheticCalendar, seed: UInt64) {
        self.calendar = calendar
        self.seed = seed
    }

    package func events(at instant: Instant) -> [GameEvent] {
        calendar.listedNumbers(at: instant).compactMap(calendar.event(numbered:))
    }

    package func event(numbered number: Int) -> GameEvent? { calendar.event(numbered: number) }

    package func entries(of event: GameEvent, on board: GameBoard, at instant: Instant) -> [RankedPlayer] {
        synthetic(event).entries(on: board, at: instant)
    }

    package func borders(of event: GameEvent, on board: GameBoard, at instant: Instant) -> [RankedPlayer] {
        synthetic(event).borders(on: board, at: instant)
    }

    private func synthetic(_ event: GameEvent) -> SyntheticEvent {
        workedOut.withLock { kept in
            let found = kept.firstIndex { $0.event == event }.map { kept.remove(at: $0) }
            let synthetic = found ?? SyntheticEvent(event: event, seed: seed)
            kept.append(synthetic)
            if kept.count > Self.keptEvents { kept.removeFirst() }
            return synthetic
        }
    }
}
