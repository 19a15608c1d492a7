/// Why a submission does not count.
package enum Refusal: String, Error, Hashable, Sendable, CaseIterable {
    /// The board has no action of this type.
    case unknownActionType = "unknown_action_type"
    /// The token is not of this server, or not of this user, board, type and action.
    case invalidActionToken = "invalid_action_token"
    /// It took less time than such an action can.
    case tooFast = "too_fast"
    /// The token's time is over.
    case actionExpired = "action_expired"
    /// The client's time of the action lies before its start or in the future.
    case wrongTimestamp = "wrong_timestamp"
    /// The type's points are the client's to say, and it said none.
    case valueMissing = "value_missing"
    /// The value is out of the type's bounds.
    case valueOutOfBounds = "value_out_of_bounds"
    /// More points than anybody can make in the time.
    case impossiblePace = "impossible_pace"
    /// The score would leave the board's bounds.
    case scoreOutOfBounds = "score_out_of_bounds"
    /// The board's event has not begun.
    case boardNotOpen = "board_not_open"
    /// The board's event is over.
    case boardClosed = "board_closed"
    /// The board is for a group that the user is not of.
    case notMember = "not_a_member"
    /// Moderators have banned the user.
    case banned
    /// Too many actions of this user, or from this address.
    case rateLimited = "rate_limited"
}
