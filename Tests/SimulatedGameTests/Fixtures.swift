import Foundation
import Rankings
import Synchronization

@testable import SimulatedGame

/// Worlds and instants the tests share. Working an event out takes about a second in a debug build, so they share it.
enum Fixtures {
    /// 2026-01-01T06:00:00Z
    static let epoch = Instant(unixSeconds: 1_767_247_200)
    static let world = world(seed: 7)
    /// A marathon, event number 1 of the world.
    static let marathon = event(1)
    /// The first event with chapters, number 3 of the world.
    static let bloom = event(3)

    static func world(seed: UInt64) -> SyntheticWorld {
        do {
            return SyntheticWorld(calendar: try SyntheticCalendar(epoch: epoch), seed: seed)
        } catch {
            preconditionFailure("the epoch is a full hour: \(error)")
        }
    }

    static func event(_ number: Int) -> GameEvent {
        guard let event = world.event(numbered: number) else { preconditionFailure("there is event \(number)") }
        return event
    }

    static func hours(of event: GameEvent, by step: Int = 1) -> [Instant] {
        stride(from: step, through: 192, by: step).map { event.window.starts + .hours($0) }
    }

    /// Text as the bytes of a table.
    static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
}

/// A clock that a test sets.
final class HandSetTime: TimeSource {
    private let present: Mutex<Instant>
    init(_ instant: Instant) { present = Mutex(instant) }
    func now() -> Instant { present.withLock { $0 } }
    func set(_ instant: Instant) { present.withLock { $0 = instant } }
    func sleep(until instant: Instant) async throws { set(instant) }
}
