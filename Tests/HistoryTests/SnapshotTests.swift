import Rankings
import Testing

@testable import History

private let noon = Slot(unixMinute: 29_000_000)

private func row(_ player: Int64, _ score: Int64, rank: Int, at slot: Slot = noon) -> Row {
    Row(rank: rank, player: player, name: player * 10, score: score, scoredAt: slot)
}

private func entry(_ player: Int64, _ score: Int64, rank: Int) -> Snapshot.NumberedEntry {
    Snapshot.NumberedEntry(rank: rank, player: player, name: player * 10, score: score)
}

@Suite struct SnapshotTests {
    @Test func tiesKeepTheUpstreamsOrder() {
        let old = Snapshot().reading(entries: [entry(1, 50, rank: 1), entry(2, 50, rank: 1)], borders: nil, at: noon)
        let new = old.reading(entries: [entry(2, 50, rank: 1), entry(1, 50, rank: 1)], borders: nil, at: noon + 1)
        #expect(old.rows.map(\.player) == [1, 2])
        #expect(new.rows.map(\.player) == [2, 1])
    }

    @Test func scoreKeepsTheSlotAtWhichItWasFirstSeen() {
        let first = Snapshot().reading(
            entries: [entry(1, 50, rank: 1)], borders: [Border(rank: 100, score: 5)], at: noon)
        let same = first.reading(entries: [entry(1, 50, rank: 2)], borders: [Border(rank: 100, score: 5)], at: noon + 1)
        let more = same.reading(entries: [entry(1, 51, rank: 1)], borders: [Border(rank: 100, score: 6)], at: noon + 2)
        #expect(same.rows.map(\.scoredAt) == [noon])
        #expect(same.borders.map(\.scoredAt) == [noon])
        #expect(more.rows.map(\.scoredAt) == [noon + 2])
        #expect(more.borders.map(\.scoredAt) == [noon + 2])
    }

    @Test func failedPartLeavesItsHalfAsItWas() {
        let first = Snapshot().reading(
            entries: [entry(1, 50, rank: 1)], borders: [Border(rank: 100, score: 5)], at: noon)
        let bordersOnly = first.reading(entries: nil, borders: [Border(rank: 100, score: 7)], at: noon + 1)
        let entriesOnly = first.reading(entries: [], borders: nil, at: noon + 1)
        #expect(bordersOnly.rows == first.rows)
        #expect(bordersOnly.borders.map(\.score) == [7])
        #expect(entriesOnly.rows.isEmpty)
        #expect(entriesOnly.borders == first.borders)
    }

    @Test func repeatedBorderCountsOnce() {
        let twice = [Border(rank: 100, score: 5), Border(rank: 100, score: 4)]
        #expect(Snapshot().reading(entries: nil, borders: twice, at: noon).borders.map(\.score) == [5])
    }

    @Test(arguments: [(nil, true), (0, false), (9, false), (10, true), (11, true)] as [(Int?, Bool)])
    func keyFrameIsDueWithTheFirstReadingOfTenMinutes(minutesLater: Int?, isDue: Bool) {
        let hour = noon.hour
        let last: Slot? = minutesLater == nil ? nil : hour
        #expect(KeyFrame.isDue(at: hour + (minutesLater ?? 0), last: last) == isDue)
    }
}
