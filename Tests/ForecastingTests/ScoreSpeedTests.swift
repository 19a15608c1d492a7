import Glibc
import Rankings
import Testing

@testable import Forecasting

@Suite struct ScoreSpeedTests {
    /// Goes at one speed up to 10,000 and at another from there.
    private static func border(perHour: Int, slowedBy factor: Double, size: Double = 1) -> (Int) -> Int {
        { hour in
            let even = Double(perHour * hour)
            return Int((size * (even <= 10_000 ? even : 10_000 + (even - 10_000) * factor)).rounded())
        }
    }

    /// Fourteen finished boards that pass 10,000 at unlike times, and a running one a day before its end.
    private func pulls(slowedBy factor: Double, livePerHour: Int = 100, size: Double = 1) -> [Double] {
        let past = (0..<14).compactMap { number in
            PastBoard(
                Fixture.finished(
                    number, ranks: [1000],
                    score: Self.border(perHour: 66 + 7 * number, slowedBy: factor, size: size)))
        }
        let seen = Fixture.curve(
            Self.border(perHour: livePerHour, slowedBy: factor, size: size), startsAtHour: 4800, hours: 1...96)
        let live = LiveBoard(
            id: BoardID(event: EventID(rawValue: "now"), name: "main"), game: GameID(rawValue: "game-a"),
            kind: "marathon", boardClass: "main", starts: 4800 * 3600, ends: 4920 * 3600,
            borders: [LiveBoard.Border(rank: 1000, seen: seen)])
        let set = SampleSet(live: live, past: past, lead: 24)
        return ScoreSpeed.pulls(in: set)
    }

    @Test func aBorderAboutToPassASlowScoreIsHeldBack() throws {
        let pull = try #require(pulls(slowedBy: 0.4).last)
        // All but 400 of its way lies past 10,000; what is known is averaged with hours of usual speed, and partly
        // taken for the hours' own.
        #expect(pull < -0.25 && pull > log(0.4), "\(pull)")
    }

    @Test func aBorderFarFromItGoesOn() throws {
        let pull = try #require(pulls(slowedBy: 0.4, livePerHour: 70).last)
        #expect(abs(pull) < 0.15, "\(pull)")
    }

    @Test func withoutSuchAScoreNothingPulls() {
        for pull in pulls(slowedBy: 1) { #expect(abs(pull) < 0.02, "\(pull)") }
    }

    /// The grid hangs on the board's own score.
    @Test func aGameThatCountsInOtherUnitsIsPulledAlike() {
        for (small, large) in zip(pulls(slowedBy: 0.4, size: 1000), pulls(slowedBy: 0.4, size: 37_000)) {
            #expect(abs(small - large) < 1e-4)
        }
    }

    @Test func otherGamesAndFarLeadsHaveNone() {
        let other = PastBoard(Fixture.finished(3, game: "game-b"))
        let live = LiveBoard(
            id: BoardID(event: EventID(rawValue: "now"), name: "main"), game: GameID(rawValue: "game-a"),
            kind: "marathon", boardClass: "main", starts: 4800 * 3600, ends: 4920 * 3600,
            borders: [LiveBoard.Border(rank: 100, seen: Fixture.curve({ $0 * 90 }, startsAtHour: 4800, hours: 1...72))])
        for (lead, hasHours) in [(60.0, false), (48.0, true)] {
            let set = SampleSet(
                live: live.seen(until: (4920 - Int64(lead)) * 3600), past: [other].compactMap { $0 }, lead: lead)
            #expect(set.samples.allSatisfy { ($0.hours != nil) == hasHours })
            #expect(ScoreSpeed.pulls(in: set).allSatisfy { $0 == 0 || hasHours })
        }
    }

    /// Against the sum over all pairs of points.
    @Test func smoothingIsTheSumOverAllNeighbours() {
        let places = [0.25, 3, 3.5, 7]
        var sums = ScoreSums(points: 9)
        for place in places { sums.add(gained: place, expected: 1, at: place) }
        var gained = [Double](repeating: 0, count: 9)
        var expected = gained
        for place in places {
            for (point, share) in [
                (Int(place), 1 - place + place.rounded(.down)), (Int(place) + 1, place - place.rounded(.down)),
            ] {
                gained[point] += place * share
                expected[point] += share
            }
        }
        sums.smooth(decay: 0.5)
        let speeds = sums.speeds(usualHours: 2)
        for point in 0..<9 {
            let weights = (0..<9).map { pow(0.5, abs(Double($0 - point))) }
            let slow =
                (zip(weights, gained).reduce(2) { $0 + $1.0 * $1.1 }
                    / zip(weights, expected).reduce(2) { $0 + $1.0 * $1.1 })
            #expect(abs(speeds[point] - slow) < 1e-12)
        }
    }

    @Test func everyScoreHasAPlace() {
        let grid = ScoreGrid(anchor: 500, range: 3...90_000)
        #expect(grid.count == Int(log(500 / 3.0) / 0.04) + Int(log(90_000 / 500.0) / 0.04) + 5)
        for score in [1e-9, 3, 500, 90_000, .infinity] {
            let place = grid.place(of: score)
            #expect(place >= 0 && place < Double(grid.count - 1))
        }
        #expect(abs(grid.place(of: 520.4) - grid.place(of: 500) - log(1.0408) / 0.04) < 1e-9)
        #expect(ScoreGrid(anchor: 1e9, range: 1e-9...1e12).count == 512)
    }
}
