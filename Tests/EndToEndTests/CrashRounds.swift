import Foundation

/// How thorough the tests of crashes are.
enum CrashRounds {
    /// `BORDERLINE_CRASH_ROUNDS`, as `Scripts/crash-rounds` sets it; nil in `make test`, where a handful has to do.
    static let wanted = ProcessInfo.processInfo.environment["BORDERLINE_CRASH_ROUNDS"].flatMap { Int($0) }

    /// Kills at random instants.
    static let kills = wanted ?? 6

    /// Of the calls at which a fault may strike, each this many is struck: every one where rounds are asked for.
    static func stride(_ usual: Int) -> Int { wanted == nil ? usual : 1 }
}
