import Rankings
import Synchronization
import Testing

@testable import Crawler

private let times = EventTimes(
    starts: Instant(unixSeconds: 0), ends: Instant(unixSeconds: 60), announces: Instant(unixSeconds: 120),
    closes: Instant(unixSeconds: 180))
private let id = BoardID(event: EventID(rawValue: "sim-1"), name: "main")
private let event = Event(
    id: id.event, game: GameID(rawValue: "sim"), upstreamID: "1", name: "Event", kind: "marathon", times: times,
    boards: [Board(id: id, title: "Event", times: times)])

/// A body is one border's score, and each one that is read is counted.
private final class CountingUpstream: Upstream {
    let read = Mutex(0)
    var eventRequests: [UpstreamRequest] { [] }
    func events(from bodies: [[UInt8]]) throws(UpstreamError) -> [Event] { [] }
    func rankingRequests(for event: Event, at slot: Slot) -> [RankingRequest] {
        [RankingRequest(parts: [.borders], request: UpstreamRequest(path: "/borders"))]
    }
    func boards(
        in body: [UInt8], answering request: RankingRequest, event: Event
    ) throws(UpstreamError) -> [BoardID: ShownBoard] {
        read.withLock { $0 += 1 }
        if body.isEmpty { throw .malformed("nothing") }
        return [id: ShownBoard(borders: [Border(rank: 100, score: Int64(body[0]))])]
    }
}

/// Answers what is given, and keeps the validators it was asked with.
private final class ScriptedFetching: Fetching {
    let answers: Mutex<[FetchedAnswer]>
    let asked = Mutex<[Validators]>([])
    init(_ answers: [FetchedAnswer]) { self.answers = Mutex(answers) }
    var secrets: [String] { [] }
    let rejected = Mutex<[String]>([])
    func settle() async {}
    func reject(_ answer: FetchedAnswer, until deadline: ContinuousClock.Instant) async {
        rejected.withLock { $0.append(answer.address) }
    }

    func answer(
        to request: UpstreamRequest, known: Validators, until deadline: ContinuousClock.Instant
    ) async throws -> FetchedAnswer {
        asked.withLock { $0.append(known) }
        return answers.withLock { $0.removeFirst() }
    }
}

@Suite struct SourceCrawlTests {
    @Test func whatHasNotChangedIsNotReadAgain() async throws {
        let tagged = Validators(etag: "\"a\"", lastModified: nil)
        let upstream = CountingUpstream()
        let fetching = ScriptedFetching([
            FetchedAnswer(body: [7], validators: tagged), FetchedAnswer(body: nil, validators: tagged),
            FetchedAnswer(body: [7]), FetchedAnswer(body: [8]),
        ])
        let crawl = SourceCrawl(upstream: upstream, fetching: fetching, limits: CrawlLimits())
        var scores: [Int64?] = []
        for _ in 0..<4 {
            let answer = try await crawl.answers(for: event, at: Slot(unixMinute: 0)).answers.values.first
            scores.append(try answer?.get()[id]?.borders?.first?.score)
        }
        #expect(scores == [7, 7, 7, 8])
        #expect(upstream.read.withLock { $0 } == 2)
        #expect(fetching.asked.withLock { $0 } == [.none, tagged, tagged, .none])
    }

    @Test func anAnswerThatIsNotUnderstoodIsAFailureOfItsHost() async throws {
        let fetching = ScriptedFetching([
            FetchedAnswer(body: [], address: "http://a/borders"), FetchedAnswer(body: [7], address: "http://b/borders"),
        ])
        let crawl = SourceCrawl(
            upstream: CountingUpstream(), fetching: fetching,
            // Beside many other tests the usual limit may pass before the second attempt.
            limits: CrawlLimits(total: .seconds(3600), firstPause: .zero))
        let answer = try await crawl.answers(for: event, at: Slot(unixMinute: 0)).answers.values.first
        #expect(try answer?.get()[id]?.borders?.first?.score == 7)
        #expect(fetching.rejected.withLock { $0 } == ["http://a/borders"])
    }
}
