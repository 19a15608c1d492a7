import Rankings
import Testing

@testable import Forecasting

@Suite struct TitleDriftTests {
    /// Other titles go on evenly; this one doubles its pace every day.
    private let others = (0..<6).compactMap {
        PastBoard(Fixture.finished($0, game: "game-b", kind: "tour") { $0 * 100 })
    }

    private func live(hours: Int, _ score: (Int) -> Int) -> LiveBoard {
        LiveBoard(
            id: BoardID(event: EventID(rawValue: "game-a-9"), name: "main"), game: GameID(rawValue: "game-a"),
            kind: "marathon", boardClass: "main", starts: 9 * 240 * 3600, ends: (9 * 240 + 120) * 3600,
            borders: [
                LiveBoard.Border(rank: 100, seen: Fixture.curve(score, startsAtHour: 9 * 240, hours: 1...hours))
            ])
    }

    @Test func aNewTitleThatOutrunsWhatOthersSayGoesOnToDoSo() throws {
        let faster: (Int) -> Int = { $0 * 100 + max(0, $0 - 48) * 100 }
        let board = live(hours: 72, faster)
        #expect(TitleDrift.expected(of: board, past: others, by: PooledModel()) > 0.2)
        var plain = PooledModel()
        plain.followsDrift = false
        let with = try #require(PooledModel().answer(for: board, past: others).estimates.first).finals
        let without = try #require(plain.answer(for: board, past: others).estimates.first).finals
        #expect(with[3] > without[3])
    }

    @Test func aTitleThatIsKnownIsNotCorrected() throws {
        let own = (0..<6).compactMap { PastBoard(Fixture.finished($0) { $0 * 100 }) }
        let board = live(hours: 72) { $0 * 100 + max(0, $0 - 48) * 100 }
        var plain = PooledModel()
        plain.followsDrift = false
        #expect(PooledModel().answer(for: board, past: own).estimates == plain.answer(for: board, past: own).estimates)
    }

    @Test func theFirstTwoDaysSayNothing() {
        #expect(TitleDrift.expected(of: live(hours: 48) { $0 * $0 }, past: others, by: PooledModel()) == 0)
        #expect(TitleDrift.expected(of: live(hours: 72) { $0 * 100 }, past: [], by: PooledModel()).magnitude < 1)
    }
}
