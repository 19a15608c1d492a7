import NIOCore

/// What frames amount to.
enum SocketEvent: Hashable {
    case text(String)
    /// Wants a pong with the same bytes.
    case ping(ByteBuffer)
    case pong
    /// The code that the other end gave; nil where it gave none.
    case close(code: UInt16?)
}
