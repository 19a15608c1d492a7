import Crawler
import Rankings
import Testing

private let slot = Slot(unixMinute: 29_000_000)
private let id = BoardID(event: EventID(rawValue: "sim-1"), name: "main")

private func assemble(_ answers: [RankingPart: CrawledAnswers.Answer]) -> ReadingAssembly {
    let requests = answers.map { part, answer in
        (RankingRequest(parts: [part], request: UpstreamRequest(path: "/\(part)")), answer)
    }
    return assemble(Dictionary(uniqueKeysWithValues: requests))
}

private func assemble(_ answers: [RankingRequest: CrawledAnswers.Answer]) -> ReadingAssembly {
    ReadingAssembly(answers: CrawledAnswers(answers), board: id, slot: slot, seenAt: slot.start, isFinal: false)
}

@Suite struct ReadingAssemblyTests {
    private let entries = ShownBoard(entries: [])
    private let borders = ShownBoard(borders: [Border(rank: 100, score: 5)])

    @Test func bothPartsMakeAWholeReading() {
        guard
            case .reading(let reading, nil) = assemble([
                .entries: .success([id: entries]), .borders: .success([id: borders]),
            ])
        else {
            Issue.record("no reading")
            return
        }
        #expect(reading.entries == [])
        #expect(reading.borders == [Border(rank: 100, score: 5)])
    }

    @Test func failedPartIsNamedAndTheOtherKept() {
        guard
            case .reading(let reading, let reason?) = assemble([
                .entries: .failure(.maintenance(until: nil)), .borders: .success([id: borders]),
            ])
        else {
            Issue.record("no reading")
            return
        }
        #expect(reading.entries == nil)
        #expect(reading.borders?.count == 1)
        #expect(reason == "entries: maintenance")
        #expect(reading.isPartial)
    }

    @Test(
        arguments: [
            ([:], "not asked for"),
            (
                [.entries: .success([:]), .borders: .failure(.timeIsUp)],
                "entries: not shown; borders: no answer in time"
            ),
            (
                [.entries: .success([id: .counting]), .borders: .success([id: .counting])],
                "the upstream is counting"
            ),
            (
                [.entries: .failure(.status(404)), .borders: .failure(.status(403))],
                "entries: not found (404); borders: access refused (403)"
            ),
        ] as [([RankingPart: CrawledAnswers.Answer], String)])
    func nothingUsableIsMissedWithItsReasons(answers: [RankingPart: CrawledAnswers.Answer], expected: String) {
        guard case .missed(let reason) = assemble(answers) else {
            Issue.record("a reading out of nothing")
            return
        }
        #expect(reason == expected)
    }

    @Test func bordersOfSeveralRequestsAreOneList() {
        let answers = [100, 200].map { rank in
            (
                RankingRequest(parts: [.borders], request: UpstreamRequest(path: "/tier/\(rank)")),
                CrawledAnswers.Answer.success([id: ShownBoard(borders: [Border(rank: rank, score: 5)])])
            )
        }
        guard case .reading(let reading, _) = assemble(Dictionary(uniqueKeysWithValues: answers)) else {
            Issue.record("no reading")
            return
        }
        #expect(reading.borders?.map(\.rank) == [100, 200])
    }

    @Test(arguments: RankingPart.allCases) func partThatIsNeverAskedForIsNotMissing(part: RankingPart) {
        let shown = part == .entries ? ShownBoard(entries: []) : ShownBoard(borders: [Border(rank: 100, score: 5)])
        guard case .reading(let reading, nil) = assemble([part: .success([id: shown])]) else {
            Issue.record("no reading, or one that lacks something")
            return
        }
        #expect(!reading.isPartial)
        #expect((reading.entries == nil) == (part == .borders) && (reading.borders == nil) == (part == .entries))
        guard case .missed("an error of the upstream (500)") = assemble([part: .failure(.status(500))]) else {
            Issue.record("a reading out of nothing")
            return
        }
    }

    @Test func partThatAnAnswerLacksIsMissing() {
        let both = RankingRequest(parts: [.entries, .borders], request: UpstreamRequest(path: "/live"))
        guard
            case .reading(let reading, "entries: not shown") = assemble([both: .success([id: borders])])
        else {
            Issue.record("no reading, or a whole one")
            return
        }
        #expect(reading.isPartial)
    }

    @Test func requestOfAnotherBoardTakesNothingFromThisOne() {
        let other = BoardID(event: id.event, name: "high-score")
        let both = RankingRequest(parts: [.borders], boards: [id], request: UpstreamRequest(path: "/points"))
        let failed = RankingRequest(parts: [.borders], boards: [other], request: UpstreamRequest(path: "/scores"))
        guard
            case .reading(let reading, _) = assemble([
                both: .success([id: borders]), failed: .failure(.status(500)),
            ])
        else {
            Issue.record("no reading")
            return
        }
        #expect(reading.borders?.count == 1)
    }
}
