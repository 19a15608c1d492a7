import Glibc

/// What holds for some hours and then fades out.
struct Fading: Sendable {
    /// Hours up to which all of it holds.
    let whole: Double
    /// Hours from which nothing does.
    let none: Double

    /// Of hours before the end.
    static let lastDay = Fading(whole: 24, none: 48)
    /// Of hours before the end.
    static let lastHalfDay = Fading(whole: 12, none: 24)
    /// Of hours since the start.
    static let firstDays = Fading(whole: 24, none: 72)

    /// From 1 to 0, in between along the logarithm.
    func share(at hours: Double) -> Double {
        guard hours > whole else { return 1 }
        return max(0, 1 - log(hours / whole) / log(none / whole))
    }
}
