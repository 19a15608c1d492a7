import Crawler
import Rankings
import Testing

private let slot = Slot(unixMinute: 29_000_000)
private let id = BoardID(event: EventID(rawValue: "sim-1"), name: "main")

private func assemble(_ answers: SourceCrawl.Answers) -> ReadingAssembly {
    ReadingAssembly(answers: answers, board: id, slot: slot, seenAt: slot.start, isFinal: false)
}

@Suite struct ReadingAssemblyTests {
    private let entries = BoardPart.entries([])
    private let borders = BoardPart.borders([Border(rank: 100, score: 5)])

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
                .entries: .failure(.status(503)), .borders: .success([id: borders]),
            ])
        else {
            Issue.record("no reading")
            return
        }
        #expect(reading.entries == nil)
        #expect(reading.borders?.count == 1)
        #expect(reason == "entries: answered 503")
    }

    @Test(
        arguments: [
            ([:], "entries: not asked for; borders: not asked for"),
            (
                [.entries: .success([:]), .borders: .failure(.timeIsUp)],
                "entries: not shown; borders: no answer in time"
            ),
            (
                [.entries: .success([id: .counting]), .borders: .success([id: .counting])],
                "entries: the upstream is counting; borders: the upstream is counting"
            ),
        ] as [(SourceCrawl.Answers, String)])
    func nothingUsableIsMissedWithItsReasons(answers: SourceCrawl.Answers, expected: String) {
        guard case .missed(let reason) = assemble(answers) else {
            Issue.record("a reading out of nothing")
            return
        }
        #expect(reason == expected)
    }
}
