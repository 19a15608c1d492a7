package import Logging

/// Where and how this process logs. The executable makes one.
package struct LogOutput: Sendable {
    package let format: LogFormat
    package let level: Logger.Level
    private let sink: LineSink
    private let now: LineLogHandler.Now

    package init(
        format: LogFormat, level: Logger.Level, sink: LineSink = .standardError, now: @escaping LineLogHandler.Now
    ) {
        self.format = format
        self.level = level
        self.sink = sink
        self.now = now
    }

    /// A handler of this output for one label.
    package func handler(label: String) -> LineLogHandler {
        LineLogHandler(label: label, format: format, level: level, sink: sink, now: now)
    }

    /// A logger of this output, whether or not it is the process's own.
    package func logger(label: String) -> Logger { Logger(label: label) { handler(label: $0) } }

    /// Makes this the output of every logger in the process. Once per process, before the first logger; a second call
    /// traps.
    package func bootstrap() {
        LoggingSystem.bootstrap { label in handler(label: label) }
    }
}
