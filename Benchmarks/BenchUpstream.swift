import Crawler
import Rankings
import Synchronization
import Timekeeping

/// A game whose answers are made here: a request goes out over HTTP and its body is ignored, so that what follows the
/// answer can be measured alone.
final class BenchUpstream: Upstream {
    private let board: BenchBoard
    private let url: String
    private let current = Mutex(0)
    private let answered = Mutex<Instant?>(nil)

    init(board: BenchBoard, url: String) {
        self.board = board
        self.url = url
    }

    /// When the newest answer had been understood: from here on the minute is ours alone.
    var answeredAt: Instant? { answered.withLock { $0 } }

    func show(minute: Int) { current.withLock { $0 = minute } }

    var eventRequests: [UpstreamRequest] { [UpstreamRequest(url: url)] }

    func events(from bodies: [[UInt8]]) throws(UpstreamError) -> [Event] { [board.event] }

    func rankingRequests(for event: Event) -> [RankingRequest] {
        RankingPart.allCases.map { RankingRequest(part: $0, request: UpstreamRequest(url: url)) }
    }

    func boards(
        in body: [UInt8], of part: RankingPart, event: Event
    ) throws(UpstreamError) -> [BoardID: BoardPart] {
        let reading = board.reading(minute: current.withLock { $0 })
        answered.withLock { $0 = SystemTime().now() }
        switch part {
        case .entries: return [board.board.id: .entries(reading.entries ?? [])]
        case .borders: return [board.board.id: .borders(reading.borders ?? [])]
        }
    }
}
