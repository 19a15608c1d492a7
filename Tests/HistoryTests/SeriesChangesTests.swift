import Rankings
import Testing

@testable import History

@Suite struct SeriesChangesTests {
    private let noon = Slot(unixMinute: 29_055_240)

    private func row(_ player: Int64, _ score: Int64, rank: Int, name: Int64 = 1) -> Row {
        Row(rank: rank, player: player, name: name, score: score, scoredAt: noon)
    }

    @Test func everyPlayerWhoseRankScoreOrNameDiffersIsNamedOnce() {
        let old = Snapshot(rows: [row(1, 50, rank: 1), row(2, 40, rank: 2), row(3, 30, rank: 3), row(4, 20, rank: 4)])
        let new = Snapshot(
            rows: [row(2, 60, rank: 1), row(1, 50, rank: 2), row(3, 30, rank: 3), row(5, 25, rank: 4, name: 9)])
        let changes = SeriesChanges(from: old, to: new)
        #expect(changes.players.map(\.player) == [1, 2, 4, 5])
        #expect(changes.players.map(\.row?.rank) == [2, 1, nil, 4])
    }

    @Test func borderThatIsShownNoMoreKeepsTheScoreItHad() {
        let old = Snapshot(borders: [100, 200, 300].map { StandingBorder(rank: $0, score: 5, scoredAt: noon) })
        let new = Snapshot(borders: [100, 300].map { StandingBorder(rank: $0, score: Int64($0), scoredAt: noon) })
        let changes = SeriesChanges(from: old, to: new)
        #expect(changes.borders.map(\.rank) == [100, 200, 300])
        #expect(changes.borders.map(\.score) == [100, 5, 300])
        #expect(changes.borders.map(\.isGone) == [false, true, false])
    }

    @Test func equalSnapshotsChangeNothing() {
        let snapshot = Snapshot(rows: [row(1, 50, rank: 1)], borders: [.init(rank: 100, score: 9, scoredAt: noon)])
        #expect(SeriesChanges(from: snapshot, to: snapshot).isEmpty)
    }

    @Test func ofAPlayerListedTwiceTheBetterPlaceCounts() {
        let twice = Snapshot(rows: [row(1, 50, rank: 1), row(1, 40, rank: 2)])
        #expect(SeriesChanges(from: Snapshot(), to: twice).players.map(\.row?.score) == [50])
    }
}
