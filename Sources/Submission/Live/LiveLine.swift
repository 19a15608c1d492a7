import NIOCore
import Rankings

/// What messages to one watcher leave by.
struct LiveLine: Sendable {
    /// Closes it after a while, with what waits to be sent: a write to somebody who does not read ends by nothing else.
    let close: @Sendable (_ after: Duration) -> Void

    /// Of a watcher in this process.
    static let none = LiveLine { _ in }

    /// Of one at the other end of a connection.
    static func closing(_ channel: any Channel) -> LiveLine {
        LiveLine { delay in
            channel.eventLoop.scheduleTask(in: .nanoseconds(delay.wholeMilliseconds * 1_000_000)) {
                channel.close(promise: nil)
            }
        }
    }
}
