/// How a log line is written.
package enum LogFormat: String, Hashable, Sendable, CaseIterable {
    /// For a person at a terminal: time, level, label, message, then `key=value`.
    case text
    /// For a collector: one JSON object per line, with `time`, `level`, `label`, `message` and the metadata beside
    /// them.
    case json
}
