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
        /// The pool is closed.
        case pool
        /// Too many callers wait for a connection, or one waited too long.
        case busy
        /// The connection broke during COMMIT.
        case outcomeUnknown
    }
}
