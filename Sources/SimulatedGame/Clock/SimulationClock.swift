package import Rankings
import Synchronization

/// The simulated server's own time.
package final class SimulationClock: Sendable {
    package let speed: SimulationSpeed
    /// At `max` speed: how many times as fast as real time goes by what the two sides wait for.
    private let waitingSpeed: Int
    private let source: any TimeSource
    /// The instant of the source at which simulated time began.
    private let began: Instant
    private let start: Instant
    /// At `max` speed the present instant; else not used.
    private let moved: Mutex<Instant>

    /// - Parameters:
    ///   - source: the wall clock.
    ///   - start: the simulated instant that belongs to the present one.
    ///   - waitingSpeed: at `max` speed, how many times as fast as real time goes by what the two sides wait for while
    ///     the clock stands still: slow answers here, limits and pauses at the client.
    package init(source: any TimeSource, start: Instant, speed: SimulationSpeed, waitingSpeed: Int = 1) {
        precondition(waitingSpeed > 0, "what is waited for comes to an end")
        self.waitingSpeed = waitingSpeed
        self.source = source
        self.start = start
        self.speed = speed
        began = source.now()
        moved = Mutex(start)
    }

    package func now() -> Instant {
        switch speed {
        case .times(let factor):
            let elapsed = (source.now() - began).wholeMilliseconds
            return start + .milliseconds(elapsed * Int64(factor))
        case .max: return moved.withLock { $0 }
        }
    }

    /// The real time in which a span of simulated time is waited for.
    package func realTime(of span: Duration) -> Duration {
        switch speed {
        case .times(let factor): span / factor
        case .max: span / waitingSpeed
        }
    }

    /// Moves the clock to the instant and returns where it stands then. It never goes back: for an instant of the past
    /// it stays. Nil where the clock runs by itself and cannot be moved.
    package func advance(to instant: Instant) -> Instant? {
        guard speed == .max else { return nil }
        return moved.withLock { present in
            present = Swift.max(present, instant)
            return present
        }
    }

    /// `{"now":1779170400000,"speed":1}`, or `{"now":1779170400000,"speed":"max","waiting_speed":1}`.
    package func document() -> [UInt8] {
        var json = JSONText()
        json.raw("{\"now\":")
        json.integer(now().unixMilliseconds)
        json.raw(",\"speed\":")
        switch speed {
        case .times(let factor): json.integer(Int64(factor))
        case .max:
            json.string("max")
            json.raw(",\"waiting_speed\":")
            json.integer(Int64(waitingSpeed))
        }
        json.raw("}")
        return json.bytes
    }
}
