import Foundation
import Logging
import Rankings
import Settings
import Telemetry
import Timekeeping

/// What a command works with before it opens anything: the validated configuration, the process's log and the clock.
struct Workplace: Sendable {
    let configuration: Configuration
    let share: SharedFiles
    let logger: Logger
    let metrics = Metrics()

    /// Reads the configuration and sets up logging.
    ///
    /// - Throws: `ConfigurationError` with every problem of the file.
    init(_ options: GlobalOptions) throws {
        let files = FileManager.default
        let loader = ConfigurationLoader(
            environment: ProcessInfo.processInfo.environment, workingDirectory: files.currentDirectoryPath)
        configuration = try loader.load(file: options.config)
        share = SharedFiles(
            configured: configuration.share, environment: ProcessInfo.processInfo.environment,
            workingDirectory: files.currentDirectoryPath,
            executable: Bundle.main.executablePath ?? CommandLine.arguments[0])
        let format: LogFormat =
            switch configuration.log.format {
            case .auto: Terminal.isAttached(to: STDERR_FILENO) ? .text : .json
            case .text: .text
            case .json: .json
            }
        let clock = SystemTime()
        let level = Logger.Level(rawValue: configuration.log.level.rawValue) ?? .info
        LogOutput(format: format, level: level) { clock.now().unixMilliseconds }.bootstrap()
        logger = Logger(label: "borderline")
    }
}
