import HTTPTypes
import Logging
package import Rankings
package import Scoring
package import Storage

/// What the API does, without a word of HTTP: begins actions, accepts them once, shows lists and trails.
package struct Submissions: Sendable {
    let store: ScoreStore
    let boards: [String: HouseBoard]
    let seal: ActionSeal
    let senders: SenderDigest
    let limits: SubmissionLimits
    private let news: NewsRules
    let refusals = RefusalCounts()
    let now: @Sendable () -> Instant
    private let elapsed: @Sendable () -> ContinuousClock.Instant
    private let lists = SharedReads<ListQuestion, TopList?>(
        limit: SubmissionLimits.topAnswers, lifetime: SubmissionLimits.topLifetime)

    /// - Parameters:
    ///   - boards: each name once.
    ///   - actionSecrets: the first seals actions, all are known; each has at least `ActionSeal.leastKeyBytes`.
    package init(
        store: ScoreStore, boards: [HouseBoard], actionSecrets: [[UInt8]], limits: SubmissionLimits,
        news: NewsRules = .none,
        now: @escaping @Sendable () -> Instant,
        elapsed: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) {
        self.store = store
        self.boards = Dictionary(uniqueKeysWithValues: boards.map { ($0.name, $0) })
        self.limits = limits
        self.news = news
        self.now = now
        self.elapsed = elapsed
        seal = ActionSeal(secrets: actionSecrets)
        senders = SenderDigest(secret: actionSecrets[0])
    }

    /// Begins an action.
    func begin(type: String, on boardName: String, by requester: Requester) async throws -> BegunAction {
        let user = requester.user
        let board = try board(named: boardName)
        guard board.admits(user) else { throw APIError(.notMember) }
        guard let type = board.action(named: type) else { throw APIError(.unknownActionType) }
        let begun = now()
        do {
            _ = try board.period.span(at: begun)
        } catch {
            throw APIError(error)
        }
        let admission = try await store.admit(
            subject: user.subject, user: senders.user(user.subject), limits.user,
            sender: senders.digest(of: requester.sender), limits.limit(of: requester.sender), now: begun)
        switch admission {
        case .admitted: break
        case .blocked(let wait): throw APIError(.rateLimited, retryAfter: wait)
        case .banned: throw APIError(.banned)
        }
        var random = SystemRandomNumberGenerator()
        let grant = ActionGrant(
            user: user.subject, board: board.name, type: type.name, id: ActionID(begun: begun, using: &random),
            begun: begun)
        return BegunAction(
            id: grant.id, token: seal.token(for: grant), expires: begun + type.duration.upperBound)
    }

    /// Whether a signature's nonce is used for the first time, which it is then.
    func isFirst(_ signature: RequestSignature, at instant: Instant) async throws -> Bool {
        try await store.use(
            nonce: senders.nonce(signature.nonce, of: signature.keyID),
            until: signature.created + ActionReport.clockTolerance, now: instant)
    }

    /// Accepts an action, once: sent again it gets the first answer again, whenever that is.
    func submit(_ update: ScoreUpdate, by user: ScoreUser) async throws -> AcceptedScore {
        let received = now()
        guard let grant = seal.open(update.token, user: user.subject, type: update.type, id: update.action) else {
            throw APIError(.invalidActionToken)
        }
        do {
            return try await accept(update, grant, by: user, received: received)
        } catch let refusal as Refusal {
            try await note(refusal, grant, update, at: received)
            throw APIError(refusal)
        }
    }

    private func accept(
        _ update: ScoreUpdate, _ grant: ActionGrant, by user: ScoreUser, received: Instant
    ) async throws -> AcceptedScore {
        for _ in 0..<SubmissionLimits.attempts {
            let (list, type): (ScoreList, ActionType)
            do {
                (list, type) = try await place(of: grant, at: received)
            } catch let error where error is Refusal || error is APIError {
                // What was accepted stays so, however late its answer is asked for again.
                if let first = try await store.accepted(grant.id.bytes, of: user.subject) { return first }
                throw error
            }
            let accepted = try await store.submit(
                grant.id.bytes, of: user, on: list, type: type.name, begun: grant.begun
            ) { position, parts in
                try judge(update, of: type, grant, by: user, at: position, parts, on: list, received)
            }
            if let accepted { return accepted }
        }
        throw APIError.unavailable
    }

    /// What is written down of an action that counts.
    private func judge(
        _ update: ScoreUpdate, of type: ActionType, _ grant: ActionGrant, by user: ScoreUser,
        at position: ScorePosition, _ parts: WeightedParts?, on list: ScoreList, _ received: Instant
    ) throws -> ScoreSubmission {
        if position.isBanned { throw Refusal.banned }
        let board = list.board
        guard board.admits(user) else { throw Refusal.notMember }
        let report = ActionReport(
            begun: grant.begun, lastAccepted: position.lastAccepted, done: update.done, received: received,
            value: update.value)
        let points = try board.points(of: type, report)
        let newScore = try board.score(after: position.score, points: points, type: type.name, parts: parts)
        return ScoreSubmission(
            list: list, user: user, newPlayer: Pseudonym(value: .random(in: .min ... .max)),
            action: grant.id.bytes, type: type.name, value: update.value, points: points, newScore: newScore,
            begun: grant.begun, accepted: received,
            news: news.news(of: board, from: position.score, to: newScore))
    }

    /// Where an action counts at an instant.
    private func place(of grant: ActionGrant, at instant: Instant) async throws -> (ScoreList, ActionType) {
        let board = try board(named: grant.board)
        guard let type = board.action(named: grant.type) else { throw Refusal.unknownActionType }
        return (try await store.list(of: board, at: instant), type)
    }

    /// Kept with the user's name where something of them was accepted before, else counted.
    private func note(
        _ refusal: Refusal, _ grant: ActionGrant, _ update: ScoreUpdate, at instant: Instant
    ) async throws {
        let minute = Slot(containing: instant)
        if refusals.mayNote(at: minute) {
            let isKept = try await store.note(
                refusal, of: grant.user, board: grant.board, type: grant.type, value: update.value, now: instant)
            if isKept { return }
        }
        refusals.add(reason: refusal.rawValue, at: minute)
    }

    /// The best of the board's present list, or the players around one; read once however many ask.
    func list(_ question: ListQuestion) async throws -> TopList {
        let board = try board(named: question.board)
        let (store, now) = (store, now)
        let found = try await lists.value(of: question, now: elapsed) {
            let list: ScoreList
            do {
                list = try await store.list(of: board, at: now())
            } catch is Refusal {
                return question.around == nil ? .empty : nil
            }
            guard let player = question.around else { return try await store.top(of: list, limit: question.limit) }
            return try await store.around(player, on: list, limit: question.limit)
        }
        guard let found else { throw APIError.unknownPlayer }
        return found
    }

    func board(named name: String) throws -> HouseBoard {
        guard let board = boards[name] else { throw APIError.unknownBoard(name) }
        return board
    }

    /// Removes what need not be kept of senders and refusals any more.
    package func forget() async throws { try await store.forget(now: now()) }

    /// Writes down how many requests were refused since it did so last.
    package func writeRefusalCounts() async throws {
        var waiting = refusals.take()
        do {
            while let (key, count) = waiting.first {
                try await store.countRefusals(count, reason: key.reason, minute: key.minute)
                waiting[key] = nil
            }
        } catch {
            for (key, count) in waiting { refusals.add(count, reason: key.reason, at: key.minute) }
            throw error
        }
    }
}
