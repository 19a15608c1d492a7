import NIOCore
import NIOEmbedded
import Testing

@testable import Origin

/// How long a connection may be in each of its phases, by a clock that is moved by hand.
@Suite struct ConnectionTests {
    private static func limits() -> ConnectionLimits {
        var limits = ConnectionLimits()
        limits.request = .seconds(20)
        limits.idle = .seconds(75)
        limits.answer = .seconds(30)
        limits.leastBytesPerSecond = 1_000
        limits.closing = .seconds(5)
        return limits
    }

    private let start = NIODeadline.uptimeNanoseconds(1_000_000_000_000)

    private func make(isCounted: Bool = true, now: NIODeadline? = nil) -> (EmbeddedChannel, Connection) {
        let channel = EmbeddedChannel()
        return (channel, Connection(channel, isCounted: isCounted, limits: Self.limits(), now: now ?? start))
    }

    @Test func aRequestMustComeWhole() {
        let (_, connection) = make()
        #expect(connection.deadline == start + .seconds(20))
        // More bytes give no more time.
        connection.bytesCame(now: start + .seconds(15))
        #expect(connection.deadline == start + .seconds(20))
        connection.answerBegan(bytes: 500, now: start + .seconds(16))
        #expect(connection.deadline == start + .seconds(46))
        connection.answerEnded(now: start + .seconds(17))
        #expect(connection.deadline == start + .seconds(92))
        // The next request's time runs from its first byte.
        connection.bytesCame(now: start + .seconds(60))
        connection.bytesCame(now: start + .seconds(70))
        #expect(connection.deadline == start + .seconds(80))
    }

    @Test func aLargeAnswerMayTakeLonger() {
        let (_, connection) = make()
        connection.answerBegan(bytes: 100_000, now: start)
        #expect(connection.deadline == start + .seconds(130))
        // A small one beside it takes nothing of that.
        connection.answerBegan(bytes: 0, now: start)
        connection.answerEnded(now: start)
        #expect(connection.deadline == start + .seconds(130))
        connection.answerEnded(now: start)
        #expect(connection.deadline == start + .seconds(75))
    }

    @Test func theLastAnswerIsFollowedByAnEnd() {
        let (_, connection) = make()
        connection.answerBegan(bytes: 0, now: start)
        connection.closes(now: start)
        connection.answerEnded(now: start)
        connection.bytesCame(now: start + .seconds(4))
        #expect(connection.deadline == start + .seconds(5))
        #expect(!connection.isIdle)
    }

    @Test func whatIsBeyondItsTimeIsClosed() {
        let list = ConnectionList(most: 10)
        let (slow, first) = make()
        let (quick, second) = make(now: start + .seconds(1))
        list.add(first)
        list.add(second)
        list.sweep(now: start + .seconds(20) - .nanoseconds(1))
        #expect(!slow.closeFuture.isFulfilled)
        list.sweep(now: start + .seconds(20))
        #expect(slow.closeFuture.isFulfilled)
        #expect(!quick.closeFuture.isFulfilled)
    }

    @Test func ofTooManyThoseThatWaitLongestAreClosed() {
        let list = ConnectionList(most: 3)
        let made = (0..<4).map { make(now: start + .seconds($0)) }
        made[0].1.answerBegan(bytes: 0, now: start)
        for (_, connection) in made { list.add(connection) }
        #expect(made.map { $0.0.closeFuture.isFulfilled } == [false, true, false, false])
    }

    @Test func streamsDoNotCount() {
        let list = ConnectionList(most: 1)
        let (channel, connection) = make()
        list.add(connection)
        for _ in 0..<5 { list.add(make(isCounted: false).1) }
        #expect(!channel.closeFuture.isFulfilled)
    }

    @Test func roomIsThereAgainAfterAnEnd() {
        let list = ConnectionList(most: 1)
        let (_, first) = make()
        let (channel, second) = make()
        list.add(first)
        list.remove(first)
        list.remove(first)
        list.add(second)
        list.add(make().1)
        #expect(channel.closeFuture.isFulfilled)
    }
}

extension EventLoopFuture {
    /// Whether it has its result; only on its own loop, as an embedded one always is.
    fileprivate var isFulfilled: Bool {
        var isFulfilled = false
        assumeIsolated().whenComplete { _ in isFulfilled = true }
        (eventLoop as? EmbeddedEventLoop)?.run()
        return isFulfilled
    }
}
