import NIOCore

/// Notices the first byte of each request, from which its time runs.
final class ArrivalHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private let connection: Connection
    private let isMultiplexed: Bool

    /// - Parameter isMultiplexed: in HTTP/2 whatever comes keeps the connection.
    init(_ connection: Connection, isMultiplexed: Bool) {
        self.connection = connection
        self.isMultiplexed = isMultiplexed
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if isMultiplexed {
            connection.isAlive(now: .now())
        } else {
            connection.bytesCame(now: .now())
        }
        context.fireChannelRead(data)
    }
}
