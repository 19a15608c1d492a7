import HTTPTypes
import Scoring

extension APIError {
    init(_ refusal: Refusal, retryAfter: Duration? = nil) {
        let (status, message) = Self.words(for: refusal)
        self.init(status: status, code: refusal.rawValue, message: message, retryAfter: retryAfter)
    }

    private static func words(for refusal: Refusal) -> (HTTPResponse.Status, String) {
        switch refusal {
        case .unknownActionType: (.unprocessableContent, "the board has no action of this type")
        case .invalidActionToken:
            (.forbidden, "the action token is not of this server, or not for this user, type and action")
        case .tooFast: (.unprocessableContent, "the action took less time than it can")
        case .actionExpired: (.gone, "the action's time is over: begin another")
        case .wrongTimestamp:
            (.unprocessableContent, "the timestamp lies before the action began, or in the future")
        case .valueMissing: (.unprocessableContent, "the action's value is missing")
        case .valueOutOfBounds: (.unprocessableContent, "the value is out of the action's bounds")
        case .impossiblePace: (.unprocessableContent, "the value is more than anybody makes in the time")
        case .scoreOutOfBounds: (.unprocessableContent, "the score would leave the board's bounds")
        case .boardNotOpen: (.conflict, "the board is not open yet")
        case .boardClosed: (.conflict, "the board is closed")
        case .notMember: (.forbidden, "the board is for a group that this user is not of")
        case .banned: (.forbidden, "this user is banned: ask whoever runs the board")
        case .rateLimited: (.tooManyRequests, "too many actions: wait before the next")
        }
    }
}
