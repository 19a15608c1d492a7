package import NIOCore

/// What one connection may take of the server's time, so that slow clients, meant or not, leave others unharmed.
package struct ConnectionLimits: Hashable, Sendable {
    /// Connections at the same time. Where one more comes, those that have waited longest for a request are closed.
    package var connections = 16_000
    /// From the first byte of a request to its last, and from a connection's opening to its first request: seconds for
    /// people far away, who send one packet.
    package var request = TimeAmount.seconds(20)
    /// From an answer to the next request. Viewers ask once a minute, and CDNs keep connections as long.
    package var idle = TimeAmount.seconds(75)
    /// For an answer, besides what its bytes take at `leastBytesPerSecond`.
    package var answer = TimeAmount.seconds(30)
    /// Who reads slower than this is no reader but holds a connection.
    package var leastBytesPerSecond = 4_096
    /// From the last answer to the other side's closing, in which what it still sends is dropped: else the answer would
    /// be lost with the connection.
    package var closing = TimeAmount.seconds(5)
    /// How often the limits are looked at.
    package var sweep = TimeAmount.seconds(1)

    package init() {}
}
