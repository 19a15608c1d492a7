import HTTPTypes
import Scoring

/// The answers of the API that are not what was asked for, by status.
enum OpenAPIAnswers {
    /// Words for programs that are not those of a refusal, by status.
    static let codes: [Int: [String]] = [
        400: ["malformed_request"],
        401: ["missing_token", "invalid_token", "invalid_signature"],
        403: ["not_yours", "foreign_origin"],
        404: ["not_found", "unknown_board", "unknown_player", "unknown_action", "proofs_not_kept"],
        405: ["method_not_allowed"],
        409: ["proof_exists"],
        413: ["body_too_large"],
        415: ["unsupported_media_type"],
        426: ["upgrade_required"],
        500: ["internal_error"],
        503: ["unavailable"],
    ]

    private static let meanings: [(status: Int, meaning: String)] = [
        (400, "The request is malformed; the message names the field."),
        (401, "There is no token and no signature, or it does not say who asks."),
        (403, "The action token, or what was asked for, is somebody else's; or the user is banned."),
        (404, "There is no such board, player or action."),
        (409, "The board is not open, or the action has another proof."),
        (410, "The action's time is over."),
        (413, "The body is too large."),
        (415, "The body is of another type than is taken."),
        (422, "The action cannot count: it breaks a rule of the board."),
        (426, "Another version of WebSocket is spoken here."),
        (429, "Too many actions; Retry-After says how long to wait."),
        (503, "Scores cannot be reached now; Retry-After says when to try again."),
    ]

    static var responses: String {
        meanings.map { status, meaning in
            let refusals = Refusal.allCases.map { APIError($0) }.filter { $0.status.code == status }.map(\.code)
            let words = ((codes[status] ?? []) + refusals).map { "\"\($0)\"" }.joined(separator: ", ")
            let waits = [429, 503].contains(status)
            let fields = waits ? #", "headers": {"Retry-After": {"schema": {"type": "integer"}}}"# : ""
            return """
                "\(status)": {"description": "\(meaning)"\(fields), "content": {"application/json": {"schema": {
                  "allOf": [{"$ref": "#/components/schemas/Failure"}, {"properties": {"error": {
                    "properties": {"code": {"enum": [\(words)]}}}}}]}}}}
                """
        }.joined(separator: ",\n")
    }

    static func references(_ statuses: Int...) -> String {
        statuses.map { "\"\($0)\": {\"$ref\": \"#/components/responses/\($0)\"}" }.joined(separator: ",\n")
    }
}
