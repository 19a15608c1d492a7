import Dispatch

/// Drives one engine on a queue of its own from `start` until the mailbox closes.
final class TransferLoop: Sendable {
    /// The longest wait without looking around, one second: a wake that got lost costs no more.
    private static let waitLimit = Duration.seconds(1)

    let mailbox: Mailbox
    private let settings: ClientSettings
    private let queue = DispatchQueue(label: "transfer")

    init(settings: ClientSettings, inFlightLimit: Int) {
        self.settings = settings
        mailbox = Mailbox(inFlightLimit: inFlightLimit)
    }

    /// Occupies one thread of Dispatch, never one of the cooperative pool.
    func start() {
        queue.async { self.run() }
    }

    private func run() {
        serve()
        // The engine and with it every connection is gone now.
        mailbox.end()
    }

    private func serve() {
        let engine = TransferEngine(settings: settings, mailbox: mailbox)
        mailbox.setWaker(engine.waker)
        var failure: MultiFailure?
        while failure == nil {
            let orders = mailbox.take()
            for submission in orders.arrivals { engine.start(submission) }
            for id in orders.cancellations { engine.cancel(id) }
            if orders.isClosing { break }
            do {
                try engine.advance(now: .now)
                try engine.wait(now: .now, limit: Self.waitLimit)
            } catch {
                failure = error
            }
        }
        // No one may wake a handle that is about to be freed; the engine lives until its last use below.
        mailbox.setWaker(nil)
        mailbox.close()
        let kind = failure?.kind ?? .closed
        for submission in mailbox.take().arrivals { submission.fail(kind) }
        engine.failAll(kind)
    }
}
