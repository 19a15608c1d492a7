package import Logging

/// The keys of log metadata. One list, so that a search for a key finds every line that has it.
package enum LogKey: String, Hashable, Sendable, CaseIterable {
    case address
    case attempt
    case board
    case bytes
    case code
    case command
    case count
    case durationMilliseconds = "duration_ms"
    case error
    case event
    case failed
    case file
    case game
    case job
    case key
    case latencyMilliseconds = "latency_ms"
    case method
    case outcome
    case path
    case percent
    case port
    case process
    case reason
    case rows
    case schema
    case signal
    case slot
    case speed
    case status
    case task
    case upstream
    case url
    case version
}

extension Dictionary where Key == String, Value == Logger.MetadataValue {
    /// Metadata under keys of the one list: `logger.info("…", metadata: .keyed([.board: "\(board)"]))`.
    ///
    /// A key given twice keeps its last value.
    package static func keyed(_ values: KeyValuePairs<LogKey, Logger.MetadataValue>) -> Self {
        Self(values.map { ($0.key.rawValue, $0.value) }) { _, last in last }
    }
}

extension Logger {
    package subscript(key: LogKey) -> Logger.MetadataValue? {
        get { self[metadataKey: key.rawValue] }
        set { self[metadataKey: key.rawValue] = newValue }
    }

    /// A copy of the logger that adds the value to each of its lines.
    package func keyed(_ key: LogKey, _ value: Logger.MetadataValue) -> Logger {
        var copy = self
        copy[key] = value
        return copy
    }
}
