import Glibc

/// Random numbers that depend on the seed alone.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        defer { state &+= 0x9E37_79B9_7F4A_7C15 }
        return StableHash.mix(state)
    }

    /// Evenly spread over 0 ..< 1.
    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// Evenly spread over the range.
    mutating func between(_ low: Double, _ high: Double) -> Double { low + (high - low) * unit() }

    /// With the given probability.
    mutating func happens(_ probability: Double) -> Bool { unit() < probability }

    /// A normal deviate of mean 0 and deviation 1, by Box and Muller.
    mutating func normal() -> Double {
        let radius = (-2 * log(1 - unit())).squareRoot()
        return radius * cos(2 * .pi * unit())
    }

    /// A waiting time of the given mean.
    mutating func exponential(mean: Double) -> Double { -mean * log(1 - unit()) }
}
