import Logging
import Scheduler
import Settings
import Telemetry
import Transfer

/// Tells a monitor of runs in the way Healthchecks.io understands: https://healthchecks.io/docs/http_api/
struct JobPing: Sendable {
    /// A monitor that answers later than this is not waited for.
    static let limit = Duration.seconds(10)
    /// What it is told of a failure, in bytes.
    static let bodyLimitBytes = 1000

    let client: TransferClient
    let address: Secret
    let logger: Logger

    /// Tells it once. A monitor that cannot be reached is a line in the log, which does not show its address.
    func send(_ signal: RunSignal, of ticket: RunTicket) async {
        var request = Request(url: "\(address.reveal())\(signal.path)?rid=\(ticket.id)", method: "POST")
        request.body = Array(signal.words.utf8.prefix(Self.bodyLimitBytes))
        request.headers = [Header("Content-Type", "text/plain; charset=utf-8")]
        request.limits.total = Self.limit
        do {
            let response = try await client.perform(request)
            guard !(200..<300).contains(response.status) else { return }
            logger.warning(
                "monitor refused a ping",
                metadata: .keyed([.job: "\(ticket.job)", .status: "\(response.status)"]))
        } catch {
            logger.warning("monitor not reached", metadata: .keyed([.job: "\(ticket.job)"]))
        }
    }
}

extension RunSignal {
    fileprivate var path: String {
        switch self {
        case .started: "/start"
        case .succeeded: ""
        case .failed: "/fail"
        }
    }

    fileprivate var words: String {
        switch self {
        case .started, .succeeded: ""
        case .failed(let words): words
        }
    }
}
