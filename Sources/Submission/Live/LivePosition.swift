/// How far somebody has seen a board: the period and the number of its last change, `2026-W47/1234`.
struct LivePosition: Hashable, Sendable, CustomStringConvertible {
    let period: String
    let change: Int64

    init(period: String, change: Int64) {
        self.period = period
        self.change = change
    }

    /// Nil where the text is no position.
    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, let change = Int64(parts[1]), change >= 0 else { return nil }
        self.init(period: String(parts[0]), change: change)
    }

    var description: String { "\(period)/\(change)" }
}
