import FoundationEssentials
package import Logging
package import Rankings
import Synchronization
import Transfer

/// Sends requests under an account's session, one after another, and renews it where it has ended. The session is
/// shared with all processes that use the same store.
package final class SessionFetching: Fetching {
    /// After a refused login; then the next slot tries again.
    private static let refusalPause: Duration = .seconds(50)
    /// On top of the time a request may take, for keeping its session.
    private static let leaseMargin: Duration = .seconds(10)
    /// Tokens that are remembered as secrets: those of some minutes, with which answers still under way came.
    private static let rememberedTokens = 64

    private let rules: SessionRules
    private let sending: any Sending
    private let headers: StandingHeaders
    private let store: any SessionStore
    private let reader: AnswerReader
    private let time: any TimeSource
    private let logger: Logger
    private let tokens = Mutex<[String]>([])

    package init(
        rules: SessionRules, sending: any Sending, headers: StandingHeaders, store: any SessionStore,
        reader: AnswerReader, time: any TimeSource, logger: Logger
    ) {
        self.rules = rules
        self.sending = sending
        self.headers = headers
        self.store = store
        self.time = time
        self.reader = reader
        self.logger = logger
    }

    package var secrets: [String] { Array(headers.secret.values) + rules.secrets + tokens.withLock { $0 } }

    package func settle() async { await sending.settle() }

    package func reject(_ answer: FetchedAnswer, until deadline: ContinuousClock.Instant) async {
        await sending.reject(answer.address, until: deadline)
    }

    package func answer(
        to request: UpstreamRequest, known: Validators, until deadline: ContinuousClock.Instant
    ) async throws -> FetchedAnswer {
        let outgoing = OutgoingRequest(request, standing: headers, known: known, isSecret: true)
        if request.elsewhere != nil {
            return try reader.answer(in: try await sending.response(to: outgoing, until: deadline), known: known)
        }
        let held = try await hold(until: deadline)
        var session = held.sealed.flatMap { SessionSeal.opened($0, by: rules) } ?? Session()
        remember(session)
        let result: Result<Response, any Error>
        do {
            result = .success(try await response(to: outgoing, in: &session, until: deadline))
        } catch {
            result = .failure(error)
        }
        await release(held, keeping: session)
        return try reader.answer(in: try result.get(), known: known)
    }

    private func hold(until deadline: ContinuousClock.Instant) async throws -> HeldSession {
        let lease = deadline - ContinuousClock.now + Self.leaseMargin
        guard lease > Self.leaseMargin else { throw UpstreamError.timeIsUp }
        do {
            guard let held = try await store.hold(rules.account, lease: lease, until: deadline) else {
                throw UpstreamError.timeIsUp
            }
            return held
        } catch {
            if error is CancellationError || error is UpstreamError { throw error }
            logger.warning("session not read", metadata: ["upstream": "\(rules.account)", "reason": "\(error)"])
            throw UpstreamError.notLoggedIn("the session cannot be read")
        }
    }

    /// Where that fails the account's next request waits for the lease's end, or logs in anew: the answer at hand is
    /// none the worse.
    private func release(_ held: HeldSession, keeping session: Session) async {
        do {
            let sealed = try SessionSeal.sealed(session, by: rules)
            // Not loose: it is waited for. A request that is cancelled lets go as well, or a restart would wait.
            try await Task { try await store.release(held, keeping: sealed) }.value  // as said above
        } catch {
            logger.warning("session not kept", metadata: ["upstream": "\(rules.account)", "reason": "\(error)"])
        }
    }

    private func response(
        to request: OutgoingRequest, in session: inout Session, until deadline: ContinuousClock.Instant
    ) async throws -> Response {
        var course = SessionCourse(hasToken: session.token != nil, canLearnVersions: rules.versions != nil)
        while true {
            let step = course.step
            let response =
                switch step {
                case .send: try await send(request, in: &session, until: deadline)
                case .logIn: try await logIn(&session, until: deadline)
                case .learnVersions: try await learnVersions(&session, until: deadline)
                case .finish, .giveUp: preconditionFailure("the course has ended")
                }
            course.take(status: reader.status(of: response))
            switch course.step {
            case .send, .logIn, .learnVersions: continue
            case .finish: return response
            case .giveUp(let status):
                if status == 429 || status == 503 { throw reader.failure(of: response) }
                throw refusal(of: &session, because: step == .logIn ? "\(status)" : "no versions, \(status)")
            }
        }
    }

    private func logIn(
        _ session: inout Session, until deadline: ContinuousClock.Instant
    ) async throws -> Response {
        if session.isRefused(at: time.now()) { throw UpstreamError.notLoggedIn("refused a moment ago") }
        session.token = nil
        let response = try await send(rules.login, in: &session, until: deadline)
        guard isSuccess(response) else { return response }
        do {
            session = try rules.session(after: response.body, token: session.token, from: session)
        } catch {
            throw refusal(of: &session, because: "\(error)")
        }
        remember(session)
        logger.debug("logged in", metadata: ["upstream": "\(rules.account)"])
        return response
    }

    private func learnVersions(
        _ session: inout Session, until deadline: ContinuousClock.Instant
    ) async throws -> Response {
        guard let versions = rules.versions else { preconditionFailure("nowhere to learn versions") }
        let response = try await sending.response(to: versions, until: deadline)
        guard isSuccess(response) else { return response }
        do {
            session = try rules.session(withVersionsOf: response.body, from: session)
        } catch {
            throw refusal(of: &session, because: "no versions, \(error)")
        }
        logger.info("new versions", metadata: ["upstream": "\(rules.account)"])
        return response
    }

    private func isSuccess(_ response: Response) -> Bool { (200..<300).contains(reader.status(of: response)) }

    /// What a login led to that cannot go better in this slot.
    private func refusal(of session: inout Session, because reason: String) -> UpstreamError {
        session.refusedUntilMilliseconds = (time.now() + Self.refusalPause).unixMilliseconds
        return .notLoggedIn(reason)
    }

    /// Sends it with the newest token, and takes the one that its answer carries.
    private func send(
        _ request: OutgoingRequest, in session: inout Session, until deadline: ContinuousClock.Instant
    ) async throws -> Response {
        var request = request
        request.headers.merge(rules.headers(of: session, requestID: UUID().uuidString.lowercased())) { _, own in own }
        let response = try await sending.response(to: request, until: deadline)
        if let token = response.value(ofHeader: rules.tokenHeader), !token.isEmpty {
            session.token = token
            remember(session)
        }
        return response
    }

    private func remember(_ session: Session) {
        guard let token = session.token else { return }
        tokens.withLock { tokens in
            if tokens.last == token { return }
            tokens = Array((tokens + [token]).suffix(Self.rememberedTokens))
        }
    }
}
