import CCurl

/// The transfers under way on one multi handle. It lives and dies on the loop's queue.
final class TransferEngine {
    private let multi: MultiHandle
    private let settings: ClientSettings
    private let mailbox: Mailbox
    private var running: [Submission.ID: Exchange] = [:]
    private var idsByHandle: [UnsafeRawPointer: Submission.ID] = [:]
    /// Exchanges to use again, at most as many as there are connections.
    private var idle: [Exchange] = []

    init(settings: ClientSettings, mailbox: Mailbox) {
        self.settings = settings
        self.mailbox = mailbox
        multi = MultiHandle(maximumConnections: settings.maximumConnections, maximumPerHost: settings.maximumPerHost)
    }

    var waker: Waker { multi.waker }

    /// Begins a transfer; one that can't begin fails here.
    func start(_ submission: Submission) {
        let exchange = idle.popLast() ?? Exchange()
        do {
            try exchange.begin(submission, settings: settings)
        } catch {
            return answer(exchange, exchange.outcome(error.code, now: .now))
        }
        do {
            try multi.add(exchange.easy)
        } catch {
            return fail(exchange, error.kind)
        }
        running[submission.id] = exchange
        idsByHandle[exchange.easy.identity] = submission.id
    }

    /// Ends a transfer for a caller that no longer wants it; nothing happens where it has ended.
    func cancel(_ id: Submission.ID) {
        guard let exchange = remove(id) else { return }
        answer(exchange, Result<Response, any Error>.failure(CancellationError()))
    }

    /// Moves every transfer on without waiting, and answers for those that ended or ran out of time.
    func advance(now: ContinuousClock.Instant) throws(MultiFailure) {
        try multi.perform()
        while let finished = multi.nextFinished() {
            guard let id = idsByHandle[finished.identity], let exchange = remove(id) else { continue }
            answer(exchange, exchange.outcome(finished.code, now: .now))
        }
        for (id, exchange) in running where exchange.submission.map({ $0.deadline <= now }) ?? true {
            _ = remove(id)
            fail(exchange, .timedOut, message: "not done in its total time")
        }
    }

    /// Waits for something to do, at most until the next deadline or `limit`.
    func wait(now: ContinuousClock.Instant, limit: Duration) throws(MultiFailure) {
        let nearest = running.values.compactMap { $0.submission?.deadline }.min()
        let time = min(limit, nearest.map { $0 - now } ?? limit)
        try multi.wait(milliseconds: Int32(time.wholeMilliseconds))
    }

    /// Fails everything that is under way. The connections are closed when the engine is freed.
    func failAll(_ kind: TransferError.Kind) {
        for id in Array(running.keys) {
            if let exchange = remove(id) { fail(exchange, kind) }
        }
    }

    // MARK: Ends

    /// Takes the transfer from libcurl; from here on no callback comes for it.
    private func remove(_ id: Submission.ID) -> Exchange? {
        guard let exchange = running.removeValue(forKey: id) else { return nil }
        idsByHandle[exchange.easy.identity] = nil
        multi.remove(exchange.easy)
        return exchange
    }

    private func fail(_ exchange: Exchange, _ kind: TransferError.Kind, message: String = "") {
        guard let url = exchange.submission?.redactedURL else { return }
        answer(exchange, Result<Response, TransferError>.failure(TransferError(kind, url: url, message: message)))
    }

    /// Answers the caller of an exchange that is not under way, and keeps the exchange for the next.
    private func answer<Failure>(_ exchange: Exchange, _ result: Result<Response, Failure>) {
        guard let submission = exchange.submission else { return }
        exchange.clear()
        if idle.count < settings.maximumConnections { idle.append(exchange) }
        mailbox.conclude(submission.id)
        submission.continuation.resume(with: result)
    }
}
