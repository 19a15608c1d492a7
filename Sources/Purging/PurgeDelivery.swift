package import Rankings
package import Storage
package import Transfer

/// Tells caches of published files that changed, as they stand in the store's queue. What fails stays there.
package struct PurgeDelivery: Sendable {
    private let store: Store
    private let client: TransferClient
    private let template: PurgeTemplate
    private let batch: Int
    private let interval: Duration
    private let now: @Sendable () -> Instant
    private let sleep: @Sendable (Duration) async throws -> Void

    /// - Parameters:
    ///   - batch: files in one request at most, where the template takes several.
    ///   - interval: from one request to the next at least.
    package init(
        store: Store, client: TransferClient, template: PurgeTemplate, batch: Int, interval: Duration,
        now: @escaping @Sendable () -> Instant,
        sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) {
        self.store = store
        self.client = client
        self.template = template
        self.batch = batch
        self.interval = interval
        self.now = now
        self.sleep = sleep
    }

    /// Makes the requests that are due now, one after the other.
    ///
    /// - Parameter deadline: no request is begun after it.
    /// - Throws: where the store fails.
    package func deliver(until deadline: Instant? = nil) async throws -> PurgeReport {
        var report = PurgeReport()
        while deadline.map({ now() < $0 }) ?? true {
            let purges = try await store.takePurges(atMost: limit, now: now(), lease: PurgeBackoff.lease)
            if purges.isEmpty { break }
            try await deliver(purges, report: &report)
        }
        return report
    }

    /// Files whose addresses one request takes: an index page has two.
    private var limit: Int { template.isBatched ? max(1, batch / 2) : 1 }

    private func deliver(_ purges: [QueuedPurge], report: inout PurgeReport) async throws {
        let paths = purges.flatMap { PurgeTemplate.paths(of: $0.path) }
        var wanted: Duration?
        var reason: String?
        for some in template.isBatched ? [paths] : paths.map({ [$0] }) {
            if report.requests > 0 { try await sleep(interval) }
            report.requests += 1
            do {
                let response = try await client.perform(template.request(for: some))
                if template.isDone(response.status) { continue }
                reason = "the cache answered \(response.status)"
                wanted = response.value(ofHeader: "Retry-After").flatMap { Int64($0) }.map { .seconds($0) }
            } catch let error as TransferError {
                reason = "\(error)"
            }
            break
        }
        guard let reason else {
            report.done += purges.count
            try await store.concludePurges(purges, now: now())
            return
        }
        report.failed += 1
        report.reason = report.reason ?? reason
        let at = now()
        report.dropped += try await store.postponePurges(
            purges, due: purges.map { at + PurgeBackoff.pause(attempts: $0.attempts, wanted: wanted) },
            droppingQueuedBefore: at - PurgeBackoff.patience)
    }
}
