package import Rankings
package import Storage
package import Transfer

/// Tells somebody of scores, as they stand in the queue. What fails stays there.
package struct WebhookDelivery: Sendable {
    /// News that are taken at once: with the time limit all of them end within a lease.
    private static let batch = 5
    /// Batches in one round, so that whoever waits for its end is not kept for long.
    private static let rounds = 40
    /// A webhook answers at once, and does its work afterwards.
    private static let timeLimit = Duration.seconds(10)
    private static let answerLimitBytes = 64 << 10

    private let store: ScoreStore
    private let client: TransferClient
    private let hook: Webhook
    /// Of achievements, by board and name.
    private let titles: [String: [String: String]]
    private let owner: [UInt8]
    private let now: @Sendable () -> Instant

    /// - Parameter owner: 16 bytes that no other process has.
    package init(
        store: ScoreStore, client: TransferClient, hook: Webhook, titles: [String: [String: String]], owner: [UInt8],
        now: @escaping @Sendable () -> Instant
    ) {
        self.store = store
        self.client = client
        self.hook = hook
        self.titles = titles
        self.owner = owner
        self.now = now
    }

    /// Tells what is due now, one after the other, up to the first failure: who does not answer is left alone for a
    /// while. What failed then comes after all else, so that it holds nothing back.
    ///
    /// - Throws: where the store fails.
    package func deliver() async throws -> WebhookReport {
        var report = WebhookReport()
        for _ in 0..<Self.rounds {
            let news = try await store.takeNews(
                for: hook.name, owner: owner, atMost: Self.batch, now: now(), lease: WebhookBackoff.lease)
            for item in news {
                if let failure = try await tell(item) {
                    try await note(failure, of: item, &report)
                    return report
                }
                report.told += 1
                // Another process tells them from now on.
                if try await !store.noteTold(item, to: hook.name, owner: owner) { return report }
            }
            if news.count < Self.batch { break }
        }
        return report
    }

    private func note(_ failure: Failure, of news: QueuedNews, _ report: inout WebhookReport) async throws {
        let at = now()
        let anyAgain = at + WebhookBackoff.pause(failures: news.failures, wanted: failure.wanted)
        let again = at + WebhookBackoff.pause(failures: news.attempts, wanted: failure.wanted)
        report.reason = failure.reason
        report.dead = try await store.noteFailed(
            news, to: hook.name, owner: owner, reason: failure.reason, again: max(again, anyAgain), anyAgain: anyAgain,
            now: at, oldest: at - WebhookBackoff.patience)
    }

    private struct Failure {
        let reason: String
        /// How long the other side wants to be left alone; nil where it did not say.
        let wanted: Duration?
    }

    /// Nil where it was told.
    private func tell(_ news: QueuedNews) async throws -> Failure? {
        let title = news.achievement.flatMap { titles[news.board]?[$0] }
        let body = try WebhookText.body(of: news, title: title, as: hook.format)
        var headers = [Header("Content-Type", "application/json")]
        if let signature = hook.signature(of: body, at: now()) {
            headers.append(Header(Webhook.signatureField, signature))
        }
        do {
            let response = try await client.perform(
                Request(
                    url: hook.url, method: "POST", headers: headers, body: body,
                    limits: Limits(bodyBytes: Self.answerLimitBytes, total: Self.timeLimit, redirects: 0)))
            if (200...299).contains(response.status) { return nil }
            let wanted = response.value(ofHeader: "Retry-After").flatMap { Int64($0) }.map { Duration.seconds($0) }
            return Failure(reason: "answered \(response.status)", wanted: wanted)
        } catch let error as TransferError {
            // Its words hold the address, which is a secret of some.
            return Failure(reason: error.shortDescription, wanted: nil)
        }
    }
}
