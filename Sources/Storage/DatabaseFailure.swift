import MariaDB

/// What an error of the store says about the database itself.
package enum DatabaseFailure: Hashable, Sendable {
    /// It does not answer now, or the connection is lost: the same work may succeed when it is back. Nothing was done.
    case away
    /// The connection was lost while COMMIT was under way: the work may have been done.
    case outcomeUnknown

    /// Nil where the error is about something else.
    package init?(_ error: any Error) {
        guard let error = error as? DatabaseError else { return nil }
        if error.isOutcomeUnknown {
            self = .outcomeUnknown
        } else if error.isTransient {
            self = .away
        } else {
            return nil
        }
    }
}
