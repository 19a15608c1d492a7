import Dispatch
import Logging
import NIOCore

/// What all connections share.
struct Serving: Sendable {
    let responder: OriginResponder
    let limits: ConnectionLimits
    let logger: Logger
    /// Serial, so that it has a thread of its own however many others in this process wait, and so that a file many
    /// ask for at once is read once.
    private let queue = DispatchQueue(label: "origin.files")

    init(responder: OriginResponder, limits: ConnectionLimits, logger: Logger) {
        self.responder = responder
        self.limits = limits
        self.logger = logger
    }

    /// Does what may wait for the disk off the event loop; the result comes on it.
    func reading<Result: Sendable>(
        on eventLoop: any EventLoop, _ work: @escaping @Sendable () -> Result
    ) -> EventLoopFuture<Result> {
        let promise = eventLoop.makePromise(of: Result.self)
        queue.async { promise.succeed(work()) }
        return promise.futureResult
    }
}
