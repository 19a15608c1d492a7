extension DatabaseError {
    /// Who found the error.
    package enum Kind: String, Hashable, Sendable {
        /// The server refused or failed.
        case server
        /// The client library could not reach or understand the server.
        case client
        /// A column held NULL or a type that was not expected.
        case decoding
        /// The number or the shape of the parameters does not fit the statement, or the connection is closed.
        case usage
        /// The pool is closed, or too many callers are waiting.
        case pool
        /// The connection broke during COMMIT.
        case outcomeUnknown
    }
}
