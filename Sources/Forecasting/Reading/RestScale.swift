import Glibc

/// The scale on which borders are forecast: the logarithm of the mean rate from now to the end over the rate of the
/// last day.
///
///     z = ln[((final − now) / L + e) / (r + e)]
///
/// with L the hours left, r the rate of the last day and e a thousandth of the present score a day. Nought means that
/// the border goes on as in the last day. Whatever z is, the final score is not below the present one.
struct RestScale: Sendable {
    let present: Double
    /// Hours.
    let lead: Double
    let dayRate: Double
    let rateFloor: Double

    init(_ reading: PaceReading, lead: Double) {
        present = reading.present
        self.lead = lead
        dayRate = reading.dayRate
        rateFloor = reading.rateFloor
    }

    func value(ofFinal final: Double) -> Double {
        log((max(final - present, 0) / lead + rateFloor) / (dayRate + rateFloor))
    }

    /// Not below the present score.
    func final(at value: Double) -> Double {
        present + max(0, lead * ((dayRate + rateFloor) * exp(value) - rateFloor))
    }
}
