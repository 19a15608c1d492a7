import Logging
import Synchronization
import Telemetry

/// Collects what is logged.
final class RecordedLines: Sendable {
    private let recorded = Mutex<[String]>([])

    var all: [String] { recorded.withLock { $0 } }

    /// 2026-11-20T12:03:00.007Z
    static let unixMilliseconds: Int64 = 1_795_176_180_007

    func logger(_ format: LogFormat, level: Logger.Level = .info, label: String = "crawler") -> Logger {
        let sink = LineSink { line in self.recorded.withLock { $0.append(String(decoding: line, as: UTF8.self)) } }
        return LogOutput(format: format, level: level, sink: sink, now: { Self.unixMilliseconds }).logger(label: label)
    }
}
