import Logging
import ServiceLifecycle
import UnixSignals

extension ServiceGroup {
    /// How long open requests and the job under way get to end once the process is told to stop.
    private static let stopLimit = Duration.seconds(20)

    /// Runs services until one of them ends or the process is told to stop; then all end, gracefully at first.
    static func serve(_ services: [any Service], logger: Logger) async throws {
        var configuration = ServiceGroupConfiguration(
            services: services.map {
                .init(
                    service: $0, successTerminationBehavior: .gracefullyShutdownGroup,
                    failureTerminationBehavior: .gracefullyShutdownGroup)
            },
            gracefulShutdownSignals: [.sigterm, .sigint, .sighup], logger: logger)
        configuration.maximumGracefulShutdownDuration = stopLimit
        do {
            try await ServiceGroup(configuration: configuration).run()
        } catch is CancellationError {
            // A service that was told to stop while it worked ends so.
        }
    }
}
