import Rankings
import Synchronization

/// How many requests were refused, by minute and reason, until they are written down: an attack costs the database
/// nothing.
final class RefusalCounts: Sendable {
    struct Key: Hashable, Sendable {
        let minute: Slot
        let reason: String
    }

    /// Minutes and reasons that wait while the database is away; what comes beyond is not counted.
    private static let limit = 10_000
    /// Refusals of known users that one process writes down in a minute; beyond it they are counted.
    private static let notesPerMinute = 600

    private struct State {
        var counts: [Key: Int] = [:]
        var noted: (minute: Slot, count: Int)?
    }

    private let state = Mutex(State())

    func add(_ count: Int = 1, reason: String, at minute: Slot) {
        let key = Key(minute: minute, reason: reason)
        state.withLock { state in
            guard state.counts[key] != nil || state.counts.count < Self.limit else { return }
            state.counts[key, default: 0] += count
        }
    }

    /// Whether one more may be written down in this minute.
    func mayNote(at minute: Slot) -> Bool {
        state.withLock { state in
            let count = state.noted?.minute == minute ? state.noted?.count ?? 0 : 0
            state.noted = (minute, count + 1)
            return count < Self.notesPerMinute
        }
    }

    /// What waits; nothing does afterwards.
    func take() -> [Key: Int] {
        state.withLock { state in
            defer { state.counts = [:] }
            return state.counts
        }
    }
}
