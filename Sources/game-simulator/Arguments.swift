import Rankings
import SimulatedGame

/// Reads arguments that are more than a word or a number.
enum Arguments {
    /// ISO 8601 with a zone, or Unix seconds.
    ///
    /// - Throws: `badTime` with what would be right.
    static func instant(_ text: String) throws -> Instant {
        guard let instant = Instant(text), plausible.contains(instant) else {
            throw SimulatedGameError(
                .badTime, item: "instant \(text)", problem: "must be like 2026-11-01T06:00:00Z, between 1970 and 2200")
        }
        return instant
    }

    /// Instants beyond it are refused, so that no arithmetic on them can overflow.
    private static let plausible = Instant(unixSeconds: 0)...Instant(unixSeconds: 7_258_118_400)
}
