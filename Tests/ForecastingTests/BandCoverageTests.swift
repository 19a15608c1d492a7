import Rankings
import TestSupport
import Testing

@testable import Forecasting

/// Bands hold as many truths as they say, on events drawn from one distribution with errors of a usual size.
@Suite struct BandCoverageTests {
    /// Sixty events of a kind, forecast one after another from those before: 80 % bands are to hold about 42 of 52.
    @Test func bandsHoldAboutAsManyTruthsAsTheySay() {
        var random = SplitMix(state: 7)
        let events = (0..<60).map { number -> FinishedBoard in
            let (pace, rush) = (uniform(500...1500, &random), uniform(0.9...2, &random))
            return Fixture.finished(number, ranks: [1000]) { hour in
                Int(pace * (Double(hour) + max(0, Double(hour) - 96) * rush))
            }
        }
        let forecaster = PooledForecaster(history: FinishedHistory(events))
        var (inside50, inside80, count) = (0, 0, 0)
        for event in events.dropFirst(8) {
            let slot = Slot(containing: event.board.times.ends - .hours(24))
            let made = forecaster.forecast(
                of: event.board, game: event.game, kind: event.kind, courses: event.courses, at: slot)
            guard let final = made.borders.first?.final, let truth = event.courses.first?.points.last?.score else {
                continue
            }
            count += 1
            if (final.values[2]...final.values[4]).contains(truth) { inside50 += 1 }
            if final.band80.contains(truth) { inside80 += 1 }
        }
        #expect(count == 52)
        #expect((20...36).contains(inside50), "50 % bands held \(inside50) of 52")
        #expect((36...48).contains(inside80), "80 % bands held \(inside80) of 52")
    }

    private func uniform(_ range: ClosedRange<Double>, _ random: inout SplitMix) -> Double {
        Double.random(in: range, using: &random)
    }
}
