import Logging
import Pipeline
import Purging
import Rankings
import Settings
import Storage
import Telemetry
import Timekeeping
import Transfer

/// Tells caches of published files that changed, as configured. What fails is logged, and is tried again.
struct PurgeJob: Sendable {
    private let delivery: PurgeDelivery
    private let store: Store
    private let metrics: Metrics
    private let logger: Logger
    /// The least time from one round to the next.
    let interval: Duration

    /// nil where no cache is configured.
    init?(_ parts: Composition) {
        let configuration = parts.workplace.configuration
        guard let settings = configuration.publish.purge else { return nil }
        let secrets = settings.headers.mapValues { $0.reveal() }
        let headers = settings.plainHeaders.merging(secrets) { _, secret in secret }
        let clock = SystemTime()
        delivery = PurgeDelivery(
            store: parts.store, client: parts.client,
            template: PurgeTemplate(
                method: settings.method, url: settings.url,
                headers: headers.sorted { $0.key < $1.key }.map { Header($0.key, $0.value) }, body: settings.body,
                site: configuration.site.url),
            batch: settings.batch, interval: settings.interval, now: { clock.now() })
        store = parts.store
        metrics = parts.workplace.metrics
        logger = Logger(label: "borderline.purge")
        interval = settings.interval
    }

    /// Makes the requests that are due.
    ///
    /// - Throws: nothing but `CancellationError`.
    func deliver(until deadline: Instant? = nil) async throws {
        do {
            let report = try await delivery.deliver(until: deadline)
            metrics.add(Double(report.requests - report.failed), to: .purgeRequests, "done")
            metrics.add(Double(report.failed), to: .purgeRequests, "failed")
            metrics.set(.purgesWaiting, to: Double(try await store.purgeCount()))
            if let reason = report.reason {
                logger.warning(
                    "cache not purged, tried again later",
                    metadata: .keyed([.count: "\(report.failed)", .reason: "\(reason)"]))
            }
            if report.dropped > 0 {
                logger.error("purges given up after a week", metadata: .keyed([.count: "\(report.dropped)"]))
            }
        } catch let error as CancellationError {
            throw error
        } catch {
            logger.warning("purges not looked for", metadata: .keyed([.reason: "\(error)"]))
        }
    }
}
