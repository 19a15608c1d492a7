/// A prepared statement in the cache of its connection: a box, since a dictionary cannot hold a noncopyable handle.
final class PreparedStatement {
    let handle: StatementHandle
    /// The cache's count of uses when it was used last.
    var lastUse: UInt64 = 0

    init(_ handle: consuming StatementHandle) {
        self.handle = handle
    }
}
