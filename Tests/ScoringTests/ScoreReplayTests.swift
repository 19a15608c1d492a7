import Rankings
import Scoring
import Testing

struct ScoreReplayTests {
    private static func board(_ rule: ScoreRule, most: Int64 = 1_000) -> HouseBoard {
        HouseBoard(
            name: "b", title: "B", rule: rule, bounds: 0...most,
            actions: [
                ActionType(name: "lap", points: .value(1...100)), ActionType(name: "win", points: .fixed(50)),
            ])
    }

    private static func replay(_ board: HouseBoard, _ actions: [(String, Int64?)]) -> ScoreReplay {
        var replay = ScoreReplay(board)
        for (place, action) in actions.enumerated() {
            replay.apply(
                TrailAction(
                    type: action.0, value: action.1, place: Int64(place + 1),
                    at: Instant(unixSeconds: Int64(place))))
        }
        return replay
    }

    @Test(arguments: [
        (ScoreRule.sum, Int64(170), Int64(4)), (.best, 70, 4), (.last, 70, 4),
        (.weighted(WeightedTotal(decay: 0.5, mostBonus: 0), of: .bestOfType), 95, 4),
        (.weighted(WeightedTotal(decay: 0.5, mostBonus: 0), of: .everyAction), 105, 4),
    ])
    func theSameActionsByEachRule(rule: ScoreRule, score: Int64, reached: Int64) {
        // 20, 50, 30, 70: by halves 70 + 25 of the two types, 70 + 25 + 7.5 + 2.5 of all.
        let replay = Self.replay(Self.board(rule), [("lap", 20), ("win", nil), ("lap", 30), ("lap", 70)])
        #expect(replay.score == score && replay.reached == reached && replay.leftOut == 0)
        #expect(replay.changed == Instant(unixSeconds: 3))
    }

    @Test func whatTheRulesDoNotKnowIsLeftOutAndCounted() {
        let replay = Self.replay(
            Self.board(.sum, most: 60),
            [("gone", 5), ("lap", nil), ("lap", 101), ("lap", 20), ("win", nil), ("lap", 1)])
        // 20 + 50 leaves the bounds; 21 does not.
        #expect(replay.score == 21 && replay.leftOut == 4 && replay.reached == 6)
        #expect(Self.replay(Self.board(.sum), [("gone", 5)]).score == nil)
    }

    @Test func aScoreThatStaysIsNotReachedAgain() {
        let replay = Self.replay(Self.board(.best), [("lap", 9), ("lap", 3), ("lap", 9)])
        #expect(replay.score == 9 && replay.reached == 1 && replay.changed == Instant(unixSeconds: 2))
    }
}
