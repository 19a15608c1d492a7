import Rankings
import SimulatedGame
import Synchronization

/// Counts how often each thing was asked for in the minute that is.
final class AttemptCounter: Sendable {
    private struct Question: Hashable {
        let world: Int
        let request: GameRequest
    }

    private struct Minute {
        var slot: Slot
        var attempts: [Question: Int] = [:]
    }

    private let minute = Mutex(Minute(slot: Slot(unixMinute: 0)))

    /// From 1 in each minute.
    func next(_ request: GameRequest, of world: Int, at instant: Instant) -> Int {
        minute.withLock { minute in
            let slot = Slot(containing: instant)
            if minute.slot != slot { minute = Minute(slot: slot) }
            let question = Question(world: world, request: request)
            minute.attempts[question, default: 0] += 1
            return minute.attempts[question, default: 1]
        }
    }
}
