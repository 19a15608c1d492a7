import Logging
import ServiceLifecycle
import Submission
import Telemetry

/// Writes down now and then how many requests were refused, and a last time at the end; removes what need not be kept
/// any more of senders and refusals.
struct RefusalCountService: Service {
    /// What a crash loses at most.
    private static let interval = Duration.seconds(10)

    let submissions: Submissions
    private let logger = Logger(label: "borderline.scores")

    init(submissions: Submissions) { self.submissions = submissions }

    func run() async {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do { try await Task.sleep(for: Self.interval) } catch { return }
                await write()
            }
        }
        await write()
    }

    private func write() async {
        do {
            try await submissions.writeRefusalCounts()
            try await submissions.forget()
        } catch {
            logger.warning("refusals wait to be counted", metadata: .keyed([.reason: "\(error)"]))
        }
    }
}
