import Rankings

/// Whether a budget of disk space will do, judged by how fast it was taken so far. Pure.
package struct DiskProjection: Hashable, Sendable {
    /// Shares of the budget from which on it is worth a warning: time enough to think in.
    private static let warningPercent: Int64 = 80
    /// A disk that is full sooner is worth a warning, however little of the budget is taken.
    private static let warningDays = 14.0
    /// Growth over a shorter time says little: an event of a morning is no trend.
    package static let leastSpan = Duration.hours(24)

    package let budget: Int64
    package let used: Int64
    /// What the file systems still have; less than the budget leaves where it was set too high.
    package let free: Int64
    /// nil before growth is known, and where there is none.
    package let bytesPerDay: Double?

    /// - Parameters:
    ///   - free: of the fullest of the file systems.
    ///   - samples: by time, the newest last.
    package init(budget: Int64, used: Int64, free: Int64, samples: [DiskSample]) {
        self.budget = budget
        self.used = used
        self.free = free
        bytesPerDay = Self.growth(samples)
    }

    /// How long the room will do at this rate, in days; nil where nothing grows.
    package var daysLeft: Double? { bytesPerDay.map { Double(max(0, min(budget - used, free))) / $0 } }

    /// Whether a person should act.
    package var isWarning: Bool {
        used >= budget / 100 * Self.warningPercent || budget - used > free
            || daysLeft.map { $0 < Self.warningDays } ?? false
    }

    /// Such as `8.4 GB of 20 GB (42 %), 120 MB more a day: full in 96 days`.
    package var words: String {
        var words = "\(Self.size(used)) of \(Self.size(budget)) (\(percent) %)"
        if let bytesPerDay, let daysLeft {
            words += ", \(Self.size(Int64(min(bytesPerDay, 1e18)))) more a day: full in "
            words += daysLeft < 1 ? "less than a day" : "\(Int64(min(daysLeft, 1e6))) days"
        }
        if budget - used > free { words += "; the file system has \(Self.size(free)) left, less than the budget" }
        return words
    }

    package var percent: Int64 { Int64((Double(used) / Double(max(budget, 1)) * 100).rounded(.down)) }

    private static func growth(_ samples: [DiskSample]) -> Double? {
        guard let first = samples.first, let last = samples.last, last.at - first.at >= leastSpan,
            last.bytes > first.bytes
        else { return nil }
        return Double(last.bytes - first.bytes) / ((last.at - first.at).inSeconds / 86_400)
    }

    /// In the largest decimal unit, two digits at the least.
    private static func size(_ bytes: Int64) -> String {
        let units: [(name: String, bytes: Int64)] = [("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1000)]
        guard let unit = units.first(where: { bytes >= $0.bytes }) else { return "\(max(0, bytes)) B" }
        let tenths = bytes / (unit.bytes / 10)
        return tenths < 100 && tenths % 10 != 0
            ? "\(tenths / 10).\(tenths % 10) \(unit.name)"
            : "\(tenths / 10) \(unit.name)"
    }
}
