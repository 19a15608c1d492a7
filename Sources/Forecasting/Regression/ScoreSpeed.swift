import Glibc

/// How much faster or slower than usual a border goes at the scores it has before it than at those behind it.
///
/// Rewards ask for the same scores in every event: borders hurry towards one and slow down past it, and which hour it
/// is does not matter. Gains of an hour are taken for the product of how busy the border's event is, how busy that
/// hour is at this rank in other events, and how fast borders of near ranks go at this score in other events. The
/// last two are found by turns, each as gains over what the others foretell (iterative proportional fitting; Bishop,
/// Fienberg and Holland, Discrete Multivariate Analysis, 1975, 3.5). The rest is then walked, with the score's speed
/// and without it.
struct ScoreSpeed {
    /// Turns after which nothing changes by a hundredth any more.
    private static let turns = 5
    /// Points of an hour's way at which the speed is looked up: in the last hours a border passes several scores.
    static let pointsPerHour = 4
    /// Hours of usual gain that every speed is averaged with.
    private static let usualHours = 10.0
    /// And every hour's business.
    private static let usualProfileHours = 0.5
    /// How far a gain tells of other scores: one e-fold in the logarithm. No bell: past a reward's score there is an
    /// edge.
    private static let spread = 0.03
    private static let rankSpread = 0.6
    private static let rankWeightMinimum = 0.01
    /// What events of another kind say of an hour, and of a score.
    private static let otherKindProfile = 0.05
    private static let otherKindSpeed = 0.5

    let borders: [ScoreWay]
    private let grid: ScoreGrid
    /// For each border the speed at each point of the grid, from other boards; 1 is usual.
    private var speeds: [[Double]]
    /// For each border how busy each of its hours is, from other boards.
    private var profiles: [[Double]]

    /// - Parameter borders: of one game and class; those that have ended, and the running ones.
    init?(_ borders: [ScoreWay], anchor: Double) {
        let scores = borders.flatMap { [$0.hours.scores[0], $0.hours.final] }
        guard let least = scores.min(), let most = scores.max(), let steps = borders.map(\.gains.count).max() else {
            return nil
        }
        let grid = ScoreGrid(anchor: anchor, range: least...most)
        self.grid = grid
        self.borders = borders.map { $0.placed(on: grid) }
        speeds = borders.map { _ in [Double](repeating: 1, count: grid.count) }
        profiles = borders.map { _ in [Double](repeating: 1, count: steps) }
        for _ in 0..<Self.turns { learn() }
    }

    /// The logarithm of the rest at these scores' speeds over the rest at one speed, for each border.
    func pulls() -> [Double] {
        borders.indices.map { index in
            let border = borders[index]
            let back = 0..<HourlyScores.hoursBack
            let gained = back.reduce(0) { $0 + border.gains[$1] }
            let alike = back.reduce(0) { $0 + profiles[index][$1] }
            let slowed = back.reduce(0) { $0 + profiles[index][$1] * border.meanSpeed(in: $1, speeds[index]) }
            let ahead = profiles[index][HourlyScores.hoursBack...]
            let now = border.hours.present
            let unit = border.unit
            var score = now
            for busy in ahead {
                let pace = gained / max(slowed, .leastNormalMagnitude) * busy * unit / Double(Self.pointsPerHour)
                for _ in 0..<Self.pointsPerHour {
                    score += pace * ScoreWay.speed(at: grid.place(of: score), speeds[index])
                }
            }
            let even = gained / max(alike, .leastNormalMagnitude) * ahead.reduce(0, +) * unit
            let floor = Self.restFloorShare * now
            return log(max(score - now, floor) / max(even, floor))
        }
    }

    /// A rest below this share of the score is none.
    private static let restFloorShare = 1e-6

    private mutating func learn() {
        let finished = borders.indices.filter { borders[$0].hasEnded }
        let slowed = borders.indices.map { index in
            borders[index].gains.indices.map { borders[index].meanSpeed(in: $0, speeds[index]) }
        }
        var levels = [Double](repeating: 0, count: borders.count)
        for index in finished {
            let expected = zip(profiles[index], slowed[index]).reduce(0) { $0 + $1.0 * $1.1 }
            levels[index] = borders[index].gains.reduce(0, +) / max(expected, .leastNormalMagnitude)
        }
        profiles = borders.indices.map { profile(of: $0, finished: finished, slowed: slowed, levels: levels) }
        learnSpeeds(finished: finished, levels: levels)
    }

    /// How busy each hour is at the border's rank in other boards.
    private func profile(of index: Int, finished: [Int], slowed: [[Double]], levels: [Double]) -> [Double] {
        let traits = borders[index].traits
        var gained = [Double](repeating: Self.usualProfileHours, count: profiles[index].count)
        var expected = gained
        for other in finished where borders[other].traits.rank == traits.rank {
            guard borders[other].traits.board != traits.board else { continue }
            let weight = borders[other].traits.kind == traits.kind ? 1 : Self.otherKindProfile
            for hour in gained.indices {
                gained[hour] += weight * borders[other].gains[hour]
                expected[hour] += weight * levels[other] * slowed[other][hour]
            }
        }
        return zip(gained, expected).map { $0 / $1 }
    }

    private mutating func learnSpeeds(finished: [Int], levels: [Double]) {
        let decay = exp(-ScoreGrid.step / Self.spread)
        var sums = Dictionary(
            uniqueKeysWithValues: finished.map { index in
                (index, borders[index].sums(profile: profiles[index], level: levels[index], points: grid.count))
            })
        for index in finished { sums[index]?.smooth(decay: decay) }
        let boards = Dictionary(grouping: finished) { borders[$0].traits.board }.sorted { $0.key < $1.key }
        var own: [Int: ScoreSums] = [:]
        var ofKinds: [RankAndKind: ScoreSums] = [:]
        for rank in Set(borders.map(\.traits.rank)).sorted() {
            for (_, members) in boards {
                guard let kind = members.first.map({ borders[$0].traits.kind }),
                    let mean = mean(of: members, near: rank, sums)
                else { continue }
                ofKinds[RankAndKind(rank: rank, kind: kind), default: ScoreSums(points: grid.count)].add(mean, 1)
                if let index = members.first(where: { borders[$0].traits.rank == rank }) { own[index] = mean }
            }
        }
        let kinds = Set(ofKinds.keys.map(\.kind)).sorted()
        speeds = borders.indices.map { index in
            let traits = borders[index].traits
            var all = ScoreSums(points: grid.count)
            for kind in kinds {
                guard let sum = ofKinds[RankAndKind(rank: traits.rank, kind: kind)] else { continue }
                all.add(sum, kind == traits.kind ? 1 : Self.otherKindSpeed)
            }
            if let itself = own[index] { all.add(itself, -1) }
            return all.speeds(usualHours: Self.usualHours)
        }
    }

    private struct RankAndKind: Hashable {
        let rank: Int
        let kind: Int
    }

    /// What a board's borders near a rank say; nil where none is near.
    private func mean(of members: [Int], near rank: Int, _ sums: [Int: ScoreSums]) -> ScoreSums? {
        var mean = ScoreSums(points: grid.count)
        let weights = members.map { member in
            let distance = (log(Double(rank) + 1) - borders[member].traits.logRank) / Self.rankSpread
            return exp(-0.5 * distance * distance)
        }
        let total = weights.reduce(0, +)
        guard total > Self.rankWeightMinimum else { return nil }
        for (member, weight) in zip(members, weights) where weight > Self.rankWeightMinimum * total {
            if let sum = sums[member] { mean.add(sum, weight / total) }
        }
        return mean
    }
}
