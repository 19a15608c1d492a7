import Glibc
import NIOCore

/// What a connection is about, or one stream of it in HTTP/2, and until when it may be. Bound to its event loop.
final class Connection {
    enum Phase {
        /// Nothing was heard since the last answer.
        case waiting
        /// A request has begun, or is expected as the first.
        case receiving
        /// Answers are on their way.
        case answering
        /// The last answer was sent.
        case closing
    }

    let channel: any Channel
    /// Whether it counts against the limit of connections: streams share one.
    let isCounted: Bool
    private(set) var phase = Phase.receiving
    private(set) var deadline: NIODeadline
    private let limits: ConnectionLimits
    /// Answers that were begun and are not yet on their way whole.
    private var answers = 0

    init(_ channel: any Channel, isCounted: Bool, limits: ConnectionLimits, now: NIODeadline) {
        self.channel = channel
        self.isCounted = isCounted
        self.limits = limits
        deadline = now + limits.request
    }

    /// Whether nobody would miss it: no request is being answered.
    var isIdle: Bool { phase == .waiting || phase == .receiving }

    /// Ends it in whatever it is. What was not sent yet is given up: else the system would go on for minutes to offer
    /// it to a client that does not read.
    func end() {
        if phase == .answering, let options = channel as? any SocketOptionProvider {
            options.setSoLinger(linger(l_onoff: 1, l_linger: 0)).whenFailure { _ in }
        }
        channel.close(promise: nil)
    }

    func bytesCame(now: NIODeadline) {
        guard phase == .waiting else { return }
        phase = .receiving
        deadline = now + limits.request
    }

    /// A connection of HTTP/2 lives as long as anything is heard; its streams have limits of their own.
    func isAlive(now: NIODeadline) {
        guard phase != .closing else { return }
        phase = .waiting
        deadline = now + limits.idle
    }

    func answerBegan(bytes: Int, now: NIODeadline) {
        let reading = TimeAmount.seconds(Int64(bytes / limits.leastBytesPerSecond))
        let end = now + limits.answer + reading
        deadline = answers == 0 ? end : max(deadline, end)
        answers += 1
        if phase != .closing { phase = .answering }
    }

    func answerEnded(now: NIODeadline) {
        answers -= 1
        guard answers == 0, phase == .answering else { return }
        phase = .waiting
        deadline = now + limits.idle
    }

    func closes(now: NIODeadline) {
        phase = .closing
        deadline = now + limits.closing
    }
}
