import Crypto
package import Rankings

/// Asks one upstream: for its list of events, and for all boards of an event in one go.
package struct SourceCrawl: Sendable {
    private let upstream: any Upstream
    private let fetching: any Fetching
    private let limits: CrawlLimits
    private let memory = AnswerMemory()

    package init(upstream: any Upstream, fetching: any Fetching, limits: CrawlLimits) {
        self.upstream = upstream
        self.fetching = fetching
        self.limits = limits
    }

    /// Values that must not be written down with a body: what requests carry to be let in.
    package var secrets: [String] {
        get async { await fetching.secrets }
    }

    /// The events the upstream lists.
    package func events() async throws -> [Event] {
        do {
            let bodies = try await eventBodies(until: ContinuousClock.now + limits.total)
            await fetching.settle()
            return try upstream.events(from: bodies)
        } catch {
            await fetching.settle()
            throw error
        }
    }

    private func eventBodies(until deadline: ContinuousClock.Instant) async throws -> [[UInt8]] {
        var bodies: [[UInt8]] = []
        for request in upstream.eventRequests {
            bodies.append(try await fetching.answer(to: request, known: .none, until: deadline).body ?? [])
        }
        return bodies
    }

    /// The answers to all requests for an event's boards, fetched side by side. One that fails leaves the others as
    /// they are.
    ///
    /// - Parameter left: how long it may take in real time, where that is less than the limit.
    /// - Throws: `CancellationError` alone.
    package func answers(
        for event: Event, at slot: Slot, within left: Duration? = nil
    ) async throws -> CrawledAnswers {
        let deadline = ContinuousClock.now + min(limits.total, left ?? limits.total)
        return try await withThrowingTaskGroup { group in
            for request in upstream.rankingRequests(for: event, at: slot) {
                group.addTask {
                    var body: [UInt8]?
                    let answer = try await answer(to: request, event: event, until: deadline, body: &body)
                    return (request, answer, body)
                }
            }
            var answers: [RankingRequest: CrawledAnswers.Answer] = [:]
            var bodies: [RankingRequest: [UInt8]] = [:]
            for try await (request, answer, body) in group {
                answers[request] = answer
                bodies[request] = body
            }
            await fetching.settle()
            return CrawledAnswers(answers, bodies: bodies)
        }
    }

    /// Asks again where that may help; the last failure is the answer.
    ///
    /// - Parameter body: the newest that came.
    private func answer(
        to request: RankingRequest, event: Event, until deadline: ContinuousClock.Instant, body: inout [UInt8]?
    ) async throws(CancellationError) -> CrawledAnswers.Answer {
        var pause = limits.firstPause
        for attempt in 1...limits.attempts {
            let failure: UpstreamError
            do {
                return .success(try await boards(answering: request, event: event, until: deadline, body: &body))
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

    /// An answer that is the same as the one before means the same and is not read again.
    private func boards(
        answering request: RankingRequest, event: Event, until deadline: ContinuousClock.Instant,
        body newest: inout [UInt8]?
    ) async throws -> [BoardID: ShownBoard] {
        let last = memory.last(answerTo: request.request, for: event.id)
        let answer = try await fetching.answer(
            to: request.request, known: last?.validators ?? .none, until: deadline)
        guard let body = answer.body else {
            // Only what was asked with validators can be unchanged.
            return last?.boards ?? [:]
        }
        newest = body
        let digest = SHA256.hash(data: body)
        let boards: [BoardID: ShownBoard]
        do {
            boards =
                if let last, last.digest == digest {
                    last.boards
                } else {
                    try upstream.boards(in: body, answering: request, event: event)
                }
        } catch {
            await fetching.reject(answer, until: deadline)
            throw error
        }
        memory.remember(
            .init(validators: answer.validators, digest: digest, boards: boards), to: request.request, for: event.id)
        return boards
    }
}
