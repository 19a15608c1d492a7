import Rankings
import Testing

@testable import Forecasting

@Suite struct SampleSetTests {
    private func live(at hour: Int = 96) -> LiveBoard {
        let start = 30 * 240
        return LiveBoard(
            id: BoardID(event: EventID(rawValue: "game-a-30"), name: "main"), game: GameID(rawValue: "game-a"),
            kind: "marathon", boardClass: "main", starts: Int64(start) * 3600, ends: Int64(start + 120) * 3600,
            borders: [
                LiveBoard.Border(
                    rank: 100, seen: Fixture.curve(Fixture.growing(1), startsAtHour: start, hours: 1...hour))
            ])
    }

    /// Two borders on each board.
    private let past = [
        Fixture.finished(0, game: "game-b", kind: "other"), Fixture.finished(1), Fixture.finished(2, game: "game-c"),
        Fixture.finished(3, name: "chapter-1"), Fixture.finished(4),
    ].compactMap(PastBoard.init)

    /// The own game first, the newest before the older; then its chapters, then another region.
    @Test(
        arguments: [(1, []), (2, [4]), (5, [1, 4]), (6, [1, 3, 4]), (8, [1, 2, 3, 4]), (10, [0, 1, 2, 3, 4])]
            as [(Int, [Int])])
    func comparesTheNearestBoards(limit: Int, numbers: [Int]) {
        let set = SampleSet(live: live(), past: past, lead: 24, finishedLimit: limit)
        #expect(set.finishedCount == 2 * numbers.count)
        let ends = set.samples.prefix(set.finishedCount).map { Int(($0.endMonth * 30 * 24).rounded()) }
        let wanted = numbers.flatMap { number in [Int](repeating: number * 240 + 120, count: 2) }
        #expect(ends == wanted)
        #expect(set.samples.count == set.finishedCount + 1)
        #expect(set.liveBorders == [0])
    }

    @Test func readsEveryBorderAtTheLead() {
        let set = SampleSet(live: live(), past: past, lead: 24)
        for sample in set.samples.prefix(set.finishedCount) {
            #expect(sample.reading.growth[0] > 0)
            #expect(sample.reading.present < Double(Fixture.growing(6)(97) * 10))
        }
    }

    @Test func whatIsExpectedOfAnyComesFromWhatThereIs() {
        let set = SampleSet(live: live(), past: past, lead: 24)
        let targets = set.samples.prefix(set.finishedCount).map { $0.traits.game == 0 ? 1.0 : 3 }
        let games = Set(set.samples.prefix(set.finishedCount).map(\.traits.game)).count
        let walk = RestPrior(.walk, growth: .accumulating, set: set, targets: targets)
        #expect(abs(walk.mean - (1 + 3 * Double(games - 1)) / Double(games)) < 1e-12)
        #expect(RestPrior(.none, growth: .accumulating, set: set, targets: targets).mean == 0)
    }

    @Test(arguments: [(0.5, 0.54, 1.75), (1, 0.54, 1.75), (24, 0.26, 0.56), (400, 0.03, 0.72)])
    func shippedNumbersAreLevelBeyondTheirTable(lead: Double, mean: Double, deviation: Double) {
        let set = SampleSet(live: live(), past: [], lead: lead)
        let prior = RestPrior(.shipped, growth: .accumulating, set: set, targets: [])
        #expect(abs(prior.mean - mean) < 1e-12)
        #expect(abs(prior.deviation - deviation) < 1e-12)
    }

    @Test func shippedNumbersAreJoinedByLines() {
        let set = SampleSet(live: live(), past: [], lead: 24.0 * 1.5.squareRoot())
        let prior = RestPrior(.shipped, growth: .accumulating, set: set, targets: [])
        #expect(abs(prior.mean - 0.145) < 1e-12)
    }
}
