package import Logging

/// Writes each log event as one line.
package struct LineLogHandler: LogHandler {
    /// The time as milliseconds since 1970, UTC. Handed in, so that a simulation's log carries the simulation's time.
    package typealias Now = @Sendable () -> Int64

    package var logLevel: Logger.Level
    package var metadata: Logger.Metadata = [:]
    package var metadataProvider: Logger.MetadataProvider?

    private let label: String
    private let format: LogFormat
    private let sink: LineSink
    private let now: Now

    package init(
        label: String, format: LogFormat, level: Logger.Level = .info, sink: LineSink = .standardError,
        now: @escaping Now
    ) {
        self.label = label
        self.format = format
        self.sink = sink
        self.now = now
        logLevel = level
    }

    package subscript(metadataKey key: String) -> Logger.MetadataValue? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        let line = LogLine(
            unixMilliseconds: now(), level: event.level, label: label, message: event.message.description,
            metadata: merged(with: event))
        sink.append(line.rendered(as: format))
    }

    /// What the event itself says wins over the provider, and the provider over the logger. An error stands under
    /// `error` unless the event has such a key.
    private func merged(with event: LogEvent) -> Logger.Metadata {
        var result = metadata
        if let provided = metadataProvider?.get() { result.merge(provided) { _, newer in newer } }
        if let error = event.error { result[LogKey.error.rawValue] = .string(String(describing: error)) }
        if let given = event.metadata { result.merge(given) { _, newer in newer } }
        return result
    }
}
