import Crawler
import Rankings
import Synchronization
import Timekeeping

/// A game whose answers are made here: a request goes out over HTTP and its body is ignored, so that what follows the
/// answer can be measured alone.
final class BenchUpstream: Upstream {
    private let board: BenchBoard
    private let current = Mutex(0)
    private let answered = Mutex<Instant?>(nil)

    init(board: BenchBoard) { self.board = board }

    /// When the newest answer had been understood: from here on the minute is ours alone.
    var answeredAt: Instant? { answered.withLock { $0 } }

    func show(minute: Int) { current.withLock { $0 = minute } }

    var eventRequests: [UpstreamRequest] { [UpstreamRequest(path: "")] }

    func events(from bodies: [[UInt8]]) throws(UpstreamError) -> [Event] { [board.event] }

    func rankingRequests(for event: Event, at slot: Slot) -> [RankingRequest] {
        RankingPart.allCases.map { RankingRequest(parts: [$0], request: UpstreamRequest(path: "")) }
    }

    func boards(
        in body: [UInt8], answering request: RankingRequest, event: Event
    ) throws(UpstreamError) -> [BoardID: ShownBoard] {
        let reading = board.reading(minute: current.withLock { $0 })
        answered.withLock { $0 = SystemTime().now() }
        let isTop = request.parts.contains(.entries)
        return [
            board.board.id: ShownBoard(
                entries: isTop ? reading.entries : nil, borders: isTop ? nil : reading.borders)
        ]
    }
}
