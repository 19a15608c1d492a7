import Logging
import ServiceLifecycle
import Storage
import Telemetry
import Webhooks

/// Tells one webhook of scores until the process ends.
struct WebhookService: Service {
    /// How long news wait at most before they are told for the first time.
    private static let interval = Duration.seconds(1)

    let hook: String
    let delivery: WebhookDelivery
    private let logger = Logger(label: "borderline.webhooks")

    init(hook: String, delivery: WebhookDelivery) {
        self.hook = hook
        self.delivery = delivery
    }

    func run() async {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await deliver()
                do { try await Task.sleep(for: Self.interval) } catch { return }
            }
        }
    }

    private func deliver() async {
        do {
            let report = try await delivery.deliver()
            guard let reason = report.reason else { return }
            logger.warning(
                "webhook not reached, tried again later",
                metadata: .keyed([.key: "\(hook)", .reason: "\(reason)"]))
            if report.dead > 0 {
                logger.error(
                    "news given up after a day", metadata: .keyed([.key: "\(hook)", .count: "\(report.dead)"]))
            }
        } catch is CancellationError {
            return
        } catch {
            logger.warning("news not looked for", metadata: .keyed([.key: "\(hook)", .reason: "\(error)"]))
        }
    }
}
