import Rankings

/// What no border of a board may exceed: the score of rank 100, as far as it never falls again. A ban lets rank 100
/// fall, but borders never do.
struct BorderCeiling: Sendable {
    private static let interval = Duration.minutes(20)

    private let instants: [Instant]
    private let scores: [Int64]

    /// - Parameters:
    ///   - extraInstants: when the score of rank 100 may fall.
    ///   - hundredth: the score of rank 100 at an instant; 0 where there are fewer players.
    init(window: ScoringWindow, extraInstants: [Instant], hundredth: (Instant) -> Int64) {
        var instants = extraInstants
        var next = window.starts
        while next < window.ends {
            instants.append(next)
            next = next + Self.interval
        }
        instants.append(window.ends)
        instants.sort()
        var lowest = Int64.max
        var scores: [Int64] = []
        for instant in instants.reversed() {
            lowest = min(lowest, hundredth(instant))
            scores.append(lowest)
        }
        self.instants = instants
        self.scores = scores.reversed()
    }

    /// The bound at the instant; 0 before the board opened.
    func score(at instant: Instant) -> Int64 {
        var low = 0
        var high = instants.count
        while low < high {
            let middle = (low + high) / 2
            if instants[middle] <= instant { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? 0 : scores[low - 1]
    }
}
