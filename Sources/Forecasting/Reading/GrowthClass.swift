/// The two ways in which scores of a board grow; boards of one way learn nothing from those of the other.
enum GrowthClass: Hashable, Sendable {
    /// Every game played adds to the score, to the last hour.
    case accumulating
    /// The best single result counts: scores come near a height early.
    case saturating

    /// A rank that gained less in its last day than this share of an average day's gain had all but stopped. Recorded
    /// high-score lists gained up to a fifth, boards of points nine tenths and more.
    private static let lastDayShare = 0.4
    /// Hours, or half the board where that is shorter.
    private static let lastDay = 24.0

    /// The way of a finished board: of half its ranks or more.
    init(of series: [PastSeries]) {
        let stopped = series.count { past in
            let duration = Double(past.ends - past.starts) / 3600
            let hours = min(Self.lastDay, duration / 2)
            let gain = past.final - past.score(atLead: hours)
            return gain / hours < Self.lastDayShare * past.final / duration
        }
        self = 2 * stopped > series.count ? .saturating : .accumulating
    }
}
