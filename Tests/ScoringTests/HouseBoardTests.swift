import Rankings
import Scoring
import Testing

struct HouseBoardTests {
    private static let begun = Instant(unixSeconds: 1_000_000)

    private static func board(
        _ rule: ScoreRule, order: ScoreOrder = .highestFirst, bounds: ClosedRange<Int64> = 0...1_000
    ) -> HouseBoard {
        HouseBoard(name: "b", title: "B", rule: rule, order: order, bounds: bounds, actions: [lap, win])
    }

    private static let lap = ActionType(
        name: "lap", points: .value(1...100), duration: .seconds(10)...(.seconds(60)), mostPerSecond: 5)
    private static let win = ActionType(name: "win", points: .fixed(7))

    private static func points(
        _ action: ActionType, after: Duration, done: Duration? = nil, value: Int64? = nil
    ) throws(Refusal) -> Int64 {
        let report = ActionReport(
            begun: begun, done: begun + (done ?? after), received: begun + after, value: value)
        return try board(.sum).points(of: action, report)
    }

    @Test(arguments: [
        (ScoreRule.sum, ScoreOrder.highestFirst, Int64?.none, Int64(5), Int64(5)),
        (.sum, .highestFirst, 10, 5, 15),
        (.best, .highestFirst, nil, 5, 5),
        (.best, .highestFirst, 10, 5, 10),
        (.best, .highestFirst, 5, 10, 10),
        (.best, .lowestFirst, 10, 5, 5),
        (.best, .lowestFirst, 5, 10, 5),
        (.last, .highestFirst, 10, 5, 5),
        (.decrement(from: 100), .lowestFirst, nil, 5, 95),
        (.decrement(from: 100), .lowestFirst, 3, 5, 0),
        (.sum, .highestFirst, 995, 5, 1_000),
    ])
    func pointsChangeTheScore(
        rule: ScoreRule, order: ScoreOrder, old: Int64?, points: Int64, new: Int64
    ) throws {
        #expect(try Self.board(rule, order: order).score(after: old, points: points) == new)
    }

    @Test(arguments: [(ScoreRule.sum, Int64(996), Int64(5)), (.last, 0, 1_001), (.last, 0, -1), (.sum, .max, 1)])
    func aScoreOutOfBoundsIsRefused(rule: ScoreRule, old: Int64, points: Int64) {
        #expect(throws: Refusal.scoreOutOfBounds) { try Self.board(rule).score(after: old, points: points) }
    }

    /// Each limit, and one beyond it.
    @Test(arguments: [
        (Duration.seconds(10), Int64(55), Refusal?.none), (.milliseconds(9_999), 1, .tooFast),
        (.seconds(60), 100, nil), (.milliseconds(60_001), 100, .actionExpired),
        (.seconds(10), 56, .impossiblePace), (.seconds(11), 56, nil),
        (.seconds(60), 101, .valueOutOfBounds), (.seconds(60), 0, .valueOutOfBounds), (.seconds(60), 1, nil),
    ])
    func aClientsValueStaysWithinItsBounds(after: Duration, value: Int64, refusal: Refusal?) throws {
        if let refusal {
            #expect(throws: refusal) { try Self.points(Self.lap, after: after, value: value) }
        } else {
            #expect(try Self.points(Self.lap, after: after, value: value) == value)
        }
    }

    /// Of many that were begun at once, each has the time since the one before it.
    @Test(arguments: [(Int?.none, true), (-5, true), (10, true), (11, false), (30, false)])
    func timeCountsOnce(lastAccepted: Int?, isFine: Bool) throws {
        let report = ActionReport(
            begun: Self.begun, lastAccepted: lastAccepted.map { Self.begun + .seconds($0) },
            done: Self.begun + .seconds(20), received: Self.begun + .seconds(20), value: 1)
        let points = Result { try Self.board(.sum).points(of: Self.lap, report) }
        #expect((try? points.get()) == (isFine ? 1 : nil))
    }

    @Test func aValueIsNeededWhereItCounts() {
        #expect(throws: Refusal.valueMissing) { try Self.points(Self.lap, after: .seconds(20)) }
    }

    @Test func aValueDoesNotCountWhereTheTypeSaysThePoints() throws {
        #expect(try Self.points(Self.win, after: .seconds(1), value: 1_000_000) == 7)
    }

    @Test(arguments: [
        (Duration.seconds(-30), true), (.milliseconds(-30_001), false), (.seconds(50), true),
        (.milliseconds(50_001), false),
    ])
    func aClientsClockMayBeHalfAMinuteOff(done: Duration, isFine: Bool) throws {
        let points = Result { try Self.points(Self.win, after: .seconds(20), done: done) }
        #expect((try? points.get()) == (isFine ? 7 : nil))
    }

    /// Two servers whose clocks differ: the one that judges is behind the one that began the action.
    @Test func anActionMayBeginInAServersFuture() throws {
        #expect(try Self.points(Self.win, after: .seconds(-30)) == 7)
        #expect(throws: Refusal.invalidActionToken) { try Self.points(Self.win, after: .milliseconds(-30_001)) }
    }

    @Test func aBoardWhoseScoresNeverFallIsKnownByItsRules() {
        #expect(Self.board(.sum).isMonotone)
        #expect(Self.board(.best).isMonotone)
        #expect(!Self.board(.best, order: .lowestFirst).isMonotone)
        #expect(!Self.board(.last).isMonotone && !Self.board(.decrement(from: 9)).isMonotone)
        let loss = ActionType(name: "loss", points: .fixed(-1))
        #expect(!HouseBoard(name: "b", title: "B", rule: .sum, actions: [Self.win, loss]).isMonotone)
    }

    @Test(arguments: ScoreOrder.allCases) func keysAscendFromTheBestScore(order: ScoreOrder) {
        let scores: [Int64] = [-ScoreLimits.greatest, -1, 0, 1, 500, ScoreLimits.greatest]
        let keys = scores.map(order.sortKey)
        #expect(keys.allSatisfy { $0 >= 0 })
        #expect(keys.map(order.score) == scores)
        for (left, right) in zip(scores, scores.dropFirst()) {
            #expect(order.isBetter(left, than: right) == (order.sortKey(of: left) < order.sortKey(of: right)))
        }
    }

    @Test func placesOfEqualScores() {
        let scores: [Int64] = [9, 9, 7, 7, 7, 1]
        #expect(TieRule.earliestFirst.places(of: scores, from: 1) == [1, 2, 3, 4, 5, 6])
        #expect(TieRule.shared.places(of: scores, from: 1) == [1, 1, 3, 3, 3, 6])
        #expect(TieRule.shared.places(of: [7, 7, 1], from: 4, sharedFirst: 3) == [3, 3, 6])
        #expect(TieRule.shared.places(of: [], from: 1) == [])
    }

    /// Whoever does as many at once as they may, and then one whenever it is admitted.
    @Test(arguments: [(100, 20), (100, 100), (1, 1), (1_000, 200)])
    func noHourHasMoreThanTheLimit(perHour: Int, atOnce: Int) {
        let limit = RateLimit(perHour: perHour, atOnce: atOnce, block: .seconds(300))
        let hour: Int64 = 3_600_000
        let afterwards = (hour - 1) / limit.intervalMilliseconds
        #expect(Int64(atOnce) + afterwards <= Int64(perHour))
        #expect(limit.slackMilliseconds == limit.intervalMilliseconds * Int64(atOnce - 1))
    }
}
