/// What is logged and how.
package struct LogSettings: Hashable, Sendable {
    /// The names are those of swift-log.
    package enum Level: String, Hashable, Sendable, CaseIterable {
        case trace, debug, info, notice, warning, error, critical
    }

    /// How lines are written.
    package enum Format: String, Hashable, Sendable, CaseIterable {
        /// Text on a terminal, JSON elsewhere.
        case auto
        case text
        case json
    }

    package var level: Level
    package var format: Format
}
