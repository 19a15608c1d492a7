package import Rankings
package import Transfer

/// Asks one upstream over HTTP: its list of events, and all boards of an event in one go.
package struct SourceCrawl: Sendable {
    package typealias Answers = [RankingPart: Result<[BoardID: BoardPart], UpstreamError>]

    private let upstream: any Upstream
    private let client: TransferClient
    private let limits: CrawlLimits

    package init(upstream: any Upstream, client: TransferClient, limits: CrawlLimits) {
        self.upstream = upstream
        self.client = client
        self.limits = limits
    }

    /// The events the upstream lists.
    package func events() async throws -> [Event] {
        let deadline = ContinuousClock.now + limits.total
        var bodies: [[UInt8]] = []
        for request in upstream.eventRequests { bodies.append(try await body(of: request, until: deadline)) }
        return try upstream.events(from: bodies)
    }

    /// Every part of an event's boards, fetched side by side. A part that fails leaves the others as they are.
    ///
    /// - Throws: `CancellationError` alone.
    package func answers(for event: Event) async throws -> Answers {
        let deadline = ContinuousClock.now + limits.total
        return try await withThrowingTaskGroup { group in
            for request in upstream.rankingRequests(for: event) {
                group.addTask { (request.part, try await answer(to: request, event: event, until: deadline)) }
            }
            var answers: Answers = [:]
            for try await (part, answer) in group { answers[part] = answer }
            return answers
        }
    }

    /// Asks again where that may help; the last failure is the answer.
    private func answer(
        to request: RankingRequest, event: Event, until deadline: ContinuousClock.Instant
    ) async throws(CancellationError) -> Result<[BoardID: BoardPart], UpstreamError> {
        var pause = limits.firstPause
        for attempt in 1...limits.attempts {
            let failure: UpstreamError
            do {
                let body = try await body(of: request.request, until: deadline)
                return .success(try upstream.boards(in: body, of: request.part, event: event))
            } catch let error as UpstreamError {
                failure = error
            } catch {
                throw CancellationError()
            }
            let isLast = attempt == limits.attempts || ContinuousClock.now + pause >= deadline
            if isLast || !failure.isWorthRetrying { return .failure(failure) }
            do { try await Task.sleep(for: pause) } catch { throw CancellationError() }
            pause *= 2
        }
        return .failure(.timeIsUp)
    }

    /// - Throws: `UpstreamError` or `CancellationError`.
    private func body(of request: UpstreamRequest, until deadline: ContinuousClock.Instant) async throws -> [UInt8] {
        let remaining = deadline - ContinuousClock.now
        guard remaining > .zero else { throw UpstreamError.timeIsUp }
        var transfer = Request(url: request.url)
        transfer.headers = request.headers.sorted { $0.key < $1.key }.map { Header($0.key, $0.value) }
        transfer.limits.total = remaining
        transfer.limits.bodyBytes = limits.bodyBytes
        do {
            let response = try await client.perform(transfer)
            guard (200..<300).contains(response.status) else { throw UpstreamError.status(response.status) }
            return response.body
        } catch let error as TransferError {
            throw UpstreamError.transfer(error)
        }
    }
}
