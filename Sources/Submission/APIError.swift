import HTTPTypes

/// An answer that is not what was asked for.
struct APIError: Error {
    let status: HTTPResponse.Status
    /// A word for programs, from a fixed list.
    let code: String
    /// A sentence for people.
    let message: String
    /// When the same request may succeed; nil where nobody knows.
    var retryAfter: Duration?
    /// Methods of the path, for 405.
    var allowed: [HTTPRequest.Method] = []

    static func malformed(_ message: String) -> APIError {
        APIError(status: .badRequest, code: "malformed_request", message: message)
    }

    static let notFound = APIError(status: .notFound, code: "not_found", message: "nothing is here")

    static func unknownBoard(_ name: String) -> APIError {
        APIError(status: .notFound, code: "unknown_board", message: "there is no such board")
    }

    static let foreignOrigin = APIError(
        status: .forbidden, code: "foreign_origin", message: "pages of this origin may not watch: see scores.origins")

    static let unknownPlayer = APIError(
        status: .notFound, code: "unknown_player", message: "the player is not on this board")

    static let socketVersion = APIError(
        status: .upgradeRequired, code: "upgrade_required",
        message: "WebSocket of version \(SocketHandshake.version) is spoken here")

    static let unavailable = APIError(
        status: .serviceUnavailable, code: "unavailable",
        message: "scores cannot be reached now; the same request may be sent again", retryAfter: .seconds(2))

    static let tooManyWatch = APIError(
        status: .serviceUnavailable, code: "unavailable", message: "as many watch as can: come back a little later",
        retryAfter: .seconds(10))

    static let noProofs = APIError(
        status: .notFound, code: "proofs_not_kept", message: "no proofs are kept here: see scores.proofs")

    static let unknownAction = APIError(
        status: .notFound, code: "unknown_action", message: "no such action was accepted of you")

    static let otherProof = APIError(
        status: .conflict, code: "proof_exists", message: "the action has another proof, which stays")

    static let tooManyProofs = APIError(
        status: .serviceUnavailable, code: "unavailable", message: "as many proofs are being read as can",
        retryAfter: .seconds(2))

    static func unauthorized(_ refusal: TokenRefusal) -> APIError {
        APIError(
            status: .unauthorized, code: refusal == .missing ? "missing_token" : "invalid_token",
            message: refusal.rawValue)
    }

    static func unsigned(_ refusal: SignatureRefusal) -> APIError {
        APIError(status: .unauthorized, code: "invalid_signature", message: refusal.rawValue)
    }

    init(
        status: HTTPResponse.Status, code: String, message: String, retryAfter: Duration? = nil,
        allowed: [HTTPRequest.Method] = []
    ) {
        self.status = status
        self.code = code
        self.message = message
        self.retryAfter = retryAfter
        self.allowed = allowed
    }
}
