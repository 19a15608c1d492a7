import Rankings

/// How good a forecast in quantiles was: the weighted interval score (Bracher and others, Evaluating epidemic forecasts
/// in an interval format, 2021) of the median and the bands of 50, 80 and 90 %. Less is better; it is in the unit of
/// the score.
enum IntervalScore {
    /// - Parameter quantiles: one for each of `Quantiles.levels`.
    static func of(_ truth: Double, in quantiles: [Double]) -> Double {
        let bands = [(2, 4, 0.5), (1, 5, 0.2), (0, 6, 0.1)]
        let total = bands.reduce(0.5 * abs(truth - quantiles[Quantiles.middle])) { sum, band in
            let (low, high) = (quantiles[band.0], quantiles[band.1])
            return sum + band.2 / 2 * (high - low) + max(0, low - truth) + max(0, truth - high)
        }
        return total / (Double(bands.count) + 0.5)
    }
}
