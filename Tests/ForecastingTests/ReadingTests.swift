import Foundation
import Rankings
import Testing

@testable import Forecasting

@Suite struct ReadingTests {
    /// 2026-11-20 was a Friday; its midnight in Japan is 15:00 UTC.
    @Test(
        arguments: [
            (0, 15, 0.0), (9, 33, 0.75), (15, 63, 1), (15, 183, 2.0 / 7), (62, 64, 0.5), (5, 5, 0), (63, 87, 0),
        ] as [(Int, Int, Double)])
    func countsHoursOnWeekends(from: Int, to: Int, share: Double) {
        let friday = 1_795_132_800.0
        let counted = WeekendShare.of(from: friday + Double(from) * 3600, to: friday + Double(to) * 3600)
        #expect(abs(counted - share) < 1e-12)
    }

    @Test(arguments: [
        (160.0, 72.0, 120.0, 72.0), (200, 20, 100, 20), (200, 24, 100, 24), (200, 72, 100, 24 + 48 * 176.0 / 76),
        (100, 72, 200, 72),
    ])
    func readsMuchLongerBoardsAtTheSameShare(past: Double, lead: Double, duration: Double, wanted: Double) {
        #expect(abs(LeadAlignment.lead(inBoardOf: past, for: lead, of: duration) - wanted) < 1e-12)
    }

    @Test func readsThePaceOfALine() throws {
        let curve = ScoreCurve(seconds: (0...100).map { $0 * 3600 }, scores: (0...100).map { Double($0 * 50) })
        let reading = try #require(
            PaceReading(curve, times: 0...(120 * 3600), lead: 20, weekend: (rest: 0.5, lastDay: 0.25)))
        #expect(reading.present == 5000)
        #expect(reading.dayRate == 50)
        let level: [PaceReading.Feature] = [
            .lastThreeHours, .lastSixHours, .lastTwelveHours, .dayChange, .earlierDayChange,
        ]
        for feature in level { #expect(abs(reading.features[feature]) < 1e-12) }
        #expect(reading.features[.weekendChange] == 0.25)
        #expect(abs(reading.growth[1] - log(100.0 / 76)) < 1e-12)
        #expect(abs(reading.absolutePace - log(50)) < 1e-12)
    }

    @Test func readsWhatScoresOfAnyScaleHaveInCommon() throws {
        func reading(times factor: Double) throws -> PaceReading {
            let curve = ScoreCurve(
                seconds: (1...40).map { $0 * 3600 }, scores: (1...40).map { factor * Double($0 * $0 + 7) })
            return try #require(
                PaceReading(curve, times: 0...(120 * 3600), lead: 80, weekend: (rest: 0, lastDay: 0)))
        }
        let (small, large) = (try reading(times: 1), try reading(times: 1e6))
        for feature in PaceReading.Feature.allCases where feature != .present {
            #expect(abs(small.features[feature] - large.features[feature]) < 1e-9)
        }
        #expect((small.growth - large.growth).max() < 1e-9)
    }

    @Test func readsNothingBeforeTheFirstScore() {
        let curve = ScoreCurve(seconds: [3600, 7200], scores: [0, 0])
        #expect(PaceReading(curve, times: 0...36000, lead: 8, weekend: (rest: 0, lastDay: 0)) == nil)
    }

    @Test func aRestAndItsValueAreOneAnother() throws {
        let curve = ScoreCurve(seconds: [0, 36000], scores: [0, 1000])
        let reading = try #require(PaceReading(curve, times: 0...72000, lead: 10, weekend: (rest: 0, lastDay: 0)))
        let scale = RestScale(reading, lead: 10)
        #expect(abs(scale.final(at: 0) - 2000) < 1e-9)
        #expect(scale.final(at: -100) == 1000)
        for final in [1000.0, 1500, 40_000] {
            #expect(abs(scale.final(at: scale.value(ofFinal: final)) - final) < 1e-8)
        }
        #expect(scale.value(ofFinal: 900) == scale.value(ofFinal: 1000))
    }

    @Test func gamesThatShareKindsAreOneFamily() {
        var families = GameFamilies()
        let (a, b, c, d) = (GameID(rawValue: "a"), GameID(rawValue: "b"), GameID(rawValue: "c"), GameID(rawValue: "d"))
        families.note(a, held: "marathon")
        families.note(b, held: "bloom")
        families.note(c, held: "token")
        #expect(Set([a, b, c].map(families.family)).count == 3)
        families.note(d, held: "bloom")
        families.note(d, held: "marathon")
        #expect(Set([a, b, d].map(families.family)).count == 1)
        #expect(families.family(of: c) != families.family(of: a))
    }

    @Test func tellsBoardsThatSaturateFromThoseThatDoNot() throws {
        let high = try #require(PastBoard(Fixture.finished(0, score: Fixture.saturating(1))))
        let points = try #require(PastBoard(Fixture.finished(0)))
        #expect(high.growth == .saturating)
        #expect(points.growth == .accumulating)
    }
}
