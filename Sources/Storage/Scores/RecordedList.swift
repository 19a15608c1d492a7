package import Rankings
package import Scoring

/// A list of scores with a beginning and an end, the highest first: what can be recorded like an event.
package struct RecordedList: Hashable, Sendable {
    let number: Int64
    package let board: String
    package let version: Int
    package let period: String
    package let title: String
    package let ties: TieRule
    package let isMonotone: Bool
    package let scale: Int
    package let times: Range<Instant>

    /// Its name among the events of a game: `race-2026-w47`, and `race-v2-2026-w47` of another version.
    package var id: String {
        "\(board)\(version == 1 ? "" : "-v\(version)")-\(period.lowercased())"
    }
}
