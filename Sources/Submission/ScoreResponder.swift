import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Rankings
import Scoring
import Storage

/// Answers the calls of the API over HTTP.
struct ScoreResponder: HTTPResponder {
    let submissions: Submissions
    let verifier: TokenVerifier
    let servers: ServerVerifier
    let live: LiveBoards
    let places: LivePlaces
    let origins: OriginList
    let address: ClientAddress
    /// Nil where none are kept.
    let proofs: Proofs?
    let logger: Logger
    private let outages = OutageNotice()

    func respond(to request: Request, context: ScoreRequestContext) async throws -> Response {
        var response: Response
        do {
            if let preflight = try origins.preflight(request) { return preflight }
            response = try await answer(to: request, context)
        } catch {
            if error is CancellationError { throw error }
            let known = apiError(for: error)
            count(known)
            response = try self.response(for: known)
        }
        origins.allow(request, in: &response.headers)
        if SocketHandshake.isUpgrade(request), response.status != .switchingProtocols {
            close(context.channel, after: &response)
        }
        return request.method == .head ? response.createHeadResponse() : response
    }

    private func answer(to request: Request, _ context: ScoreRequestContext) async throws -> Response {
        switch try Route(method: request.method, path: request.uri.path) {
        case .beginAction:
            let requester = try await requester(of: request, context)
            let body = try RequestBody.read(
                try await body(of: request, by: requester), as: RequestBody.Action.self)
            let action = try await submissions.begin(type: body.action_type, on: body.board, by: requester)
            return json(try ResponseText.success(ResponseText.Begun(action)), status: .created)
        case .updateScore:
            let requester = try await requester(of: request, context)
            let update = try RequestBody.update(try await body(of: request, by: requester))
            let accepted = try await submissions.submit(update, by: requester.user)
            return json(try ResponseText.success(ResponseText.Accepted(accepted)))
        case .proof(let id):
            let proof = try await attachProof(to: id, request, by: try await requester(of: request, context))
            return json(try ResponseText.success(ResponseText.Proof(proof)))
        case .top:
            let query = try QueryReader(request.uri, knowing: ["board", "limit", "around"])
            let question = ListQuestion(
                board: try query.required("board"),
                limit: try query.integer("limit", in: SubmissionLimits.players) ?? SubmissionLimits.usualPlayers,
                around: try query.player("around"))
            let list = try await submissions.list(question)
            let text = try ResponseText.success(ResponseText.List(list, of: question.board))
            return json(text, caching: "public, max-age=1")
        case .live:
            return try await watch(request, context)
        case .history(let id):
            return try await history(of: id, request, context)
        case .document:
            return json(Array(OpenAPIDocument.text.utf8), caching: "public, max-age=300")
        }
    }

    private func watch(_ request: Request, _ context: ScoreRequestContext) async throws -> Response {
        let query = try QueryReader(request.uri, knowing: ["board", "after"])
        let name = try query.required("board")
        guard let board = live[name] else { throw APIError.unknownBoard(name) }
        guard origins.admits(request) else { throw APIError.foreignOrigin }
        let position = try query.position("after") ?? lastEvent(of: request)
        let handshake = try SocketHandshake(request)
        let isKnown = request.headers[.authorization] != nil && handshake == nil
        let owner = isKnown ? LiveOwner(submissions: submissions, board: name, user: try user(of: request)) : nil
        guard let place = places.take() else { throw APIError.tooManyWatch }
        guard let handshake else {
            return try await board.response(from: position, to: owner, in: place, over: context.channel)
        }
        return try await board.response(
            to: handshake, from: position, in: place, over: context.channel
        ) { text throws(SocketFailure) in
            LiveOwner(submissions: submissions, board: name, user: try user(ofMessage: text))
        }
    }

    /// Browsers cannot send a token with a handshake, and addresses end in logs: it is the first message.
    private func user(ofMessage text: String) throws(SocketFailure) -> ScoreUser {
        let message: RequestBody.Watcher
        do {
            message = try RequestBody.read(Array(text.utf8), as: RequestBody.Watcher.self)
        } catch {
            throw .unexpected
        }
        do {
            return try verifier.user(of: message.token, now: submissions.now())
        } catch {
            throw .unauthorized(error)
        }
    }

    private func history(
        of id: String, _ request: Request, _ context: ScoreRequestContext
    ) async throws -> Response {
        let user = try await requester(of: request, context).user
        // Byte for byte: Swift takes two spellings of one letter for the same, the store does not.
        guard user.subject.utf8.elementsEqual(id.utf8) else {
            throw APIError(status: .forbidden, code: "not_yours", message: "everybody reads their own history only")
        }
        let query = try QueryReader(request.uri, knowing: ["before", "limit"])
        let lines = try await submissions.store.history(
            of: user.subject, before: try query.action("before")?.bytes,
            limit: try query.integer("limit", in: SubmissionLimits.historyLines)
                ?? SubmissionLimits.usualHistoryLines)
        let player = try await submissions.store.player(of: user.subject)
        return json(try ResponseText.success(ResponseText.History(lines, of: player)))
    }

    /// What a browser saw last, when it comes back by itself.
    private func lastEvent(of request: Request) -> LivePosition? {
        HTTPField.Name("Last-Event-ID").flatMap { request.headers[$0] }.flatMap { LivePosition($0) }
    }

    private func body(of request: Request, by requester: Requester) async throws -> [UInt8] {
        let type = request.headers[.contentType]?.split(separator: ";").first ?? ""
        guard type.lowercased().filter({ $0 != " " }) == "application/json" else {
            throw APIError(
                status: .unsupportedMediaType, code: "unsupported_media_type",
                message: "the body is JSON: send Content-Type: application/json")
        }
        return try await bytes(of: request, by: requester, limitBytes: SubmissionLimits.bodyBytes)
    }
}

extension ScoreResponder {
    private func apiError(for error: any Error) -> APIError {
        if let error = error as? APIError { return error }
        if DatabaseFailure(error) != nil {
            if outages.isNews(at: .now) {
                logger.warning("the database does not answer", metadata: ["reason": "\(error)"])
            }
            return .unavailable
        }
        logger.error("a request failed", metadata: ["error": "\(error)"])
        return APIError(status: .internalServerError, code: "internal_error", message: "something is wrong here")
    }

    /// The decoder reads nothing after a request that wants another protocol, so that one which stays with HTTP ends
    /// its connection.
    private func close(_ channel: any Channel, after response: inout Response) {
        let body = response.body
        response.headers[.connection] = "close"
        response.body = ResponseBody(contentLength: body.contentLength) { writer in
            try await body.write(writer)
            channel.close(promise: nil)
        }
    }

    /// Those that were judged by a board's rules are counted where they are judged.
    private func count(_ error: APIError) {
        guard Refusal(rawValue: error.code) == nil || error.code == Refusal.rateLimited.rawValue else { return }
        submissions.refusals.add(reason: error.code, at: Slot(containing: submissions.now()))
    }

    private func response(for error: APIError) throws -> Response {
        var response = json(try ResponseText.failure(error), status: error.status)
        if let wait = error.retryAfter {
            response.headers[.retryAfter] = String((wait.wholeMilliseconds + 999) / 1000)
        }
        if error.status == .upgradeRequired {
            response.headers[.upgrade] = "websocket"
            response.headers[.secWebSocketVersion] = SocketHandshake.version
        }
        if !error.allowed.isEmpty { response.headers[.allow] = error.allowed.map(\.rawValue).joined(separator: ", ") }
        if error.status == .unauthorized {
            response.headers[.wwwAuthenticate] =
                error.code == "invalid_token" ? "Bearer error=\"invalid_token\"" : "Bearer"
        }
        return response
    }

    private func json(
        _ bytes: [UInt8], status: HTTPResponse.Status = .ok, caching: String = "no-store"
    ) -> Response {
        var headers: HTTPFields = [.contentType: "application/json", .cacheControl: caching]
        headers[.xContentTypeOptions] = "nosniff"
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
