/// What messages to one watcher leave by.
struct LiveLine: Sendable {
    /// Closes it after a while, with what waits to be sent: a write to somebody who does not read ends by nothing else.
    let close: @Sendable (_ after: Duration) -> Void

    /// Of a watcher in this process.
    static let none = LiveLine { _ in }
}
