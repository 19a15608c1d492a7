import Rankings

/// All that happens in one made-up event, worked out once: every later question is a few binary searches.
struct SyntheticEvent: Sendable {
    private static let topRanks = 100

    let event: GameEvent
    private let seed: UInt64
    private let players: [SyntheticPlayer]
    private let population: Population
    /// By board number.
    private let ceilings: [BorderCeiling]

    init(event: GameEvent, seed: UInt64) {
        self.event = event
        self.seed = seed
        var random = SeededRandom(seed: StableHash.of(seed, 8, UInt64(event.number)))
        let level = RealMath.exp(0.2 * random.normal()) * (event.chapters.isEmpty ? 1 : 1.15)
        let starts = event.window.starts
        let ends = event.boards.dropFirst().map { event.window(of: $0).ends }.filter { $0 != event.window.ends }
        let effort = EffortCurve(
            starts: starts, ends: (ends + [event.window.ends]).map { Int(($0 - starts).inSeconds / 3600) },
            random: &random)
        population = Population(effort: effort, level: level, random: &random)
        let players = SyntheticRoster(seed: seed, event: event, level: level).players()
        self.players = players
        let bans = players.compactMap(\.bannedAt)
        ceilings = event.boards.map { board in
            BorderCeiling(window: event.window(of: board), extraInstants: bans) { instant in
                let gains = Self.gains(of: players, in: event, on: board, at: instant)
                return gains.count < Self.topRanks ? 0 : gains[Self.topRanks - 1].score
            }
        }
    }

    func entries(on board: GameBoard, at instant: Instant) -> [RankedPlayer] {
        let gains = Self.gains(of: players, in: event, on: board, at: instant).prefix(Self.topRanks)
        return zip(1..., gains).map { rank, gain in
            let player = players[gain.index]
            return RankedPlayer(rank: rank, player: player.player, name: player.name(at: instant), score: gain.score)
        }
    }

    func borders(on board: GameBoard, at instant: Instant) -> [RankedPlayer] {
        let hundredth = entries(on: board, at: instant).last { $0.rank == Self.topRanks }
        var above = ceilings[board.number].score(at: instant)
        var rows = hundredth.map { [$0] } ?? []
        for (index, rank) in Population.ranks.enumerated() {
            let score = min(above, populationScore(atIndex: index, on: board, at: instant))
            guard score > 0 else { break }
            let identity = StableHash.of(seed, 9, UInt64(rank), UInt64(score))
            rows.append(
                RankedPlayer(
                    rank: rank, player: GamePlayer(identity: identity), name: PlayerNames.name(for: identity),
                    score: score))
            above = score
        }
        return rows
    }

    /// What the players who are not banned have gained on the board, best first; whoever has gained nothing is missing.
    private static func gains(
        of players: [SyntheticPlayer], in event: GameEvent, on board: GameBoard, at instant: Instant
    ) -> [PlayerGain] {
        let window = event.window(of: board)
        let opened = (window.starts - event.window.starts).wholeMilliseconds
        let last = min((instant - event.window.starts).wholeMilliseconds, milliseconds(to: window.ends, in: event) - 1)
        var gains: [PlayerGain] = []
        for (index, player) in players.enumerated() where !player.isBanned(at: instant) {
            let timeline = player.timeline
            let before = opened == 0 ? 0 : timeline.plays(throughMilliseconds: opened - 1)
            let count = timeline.plays(throughMilliseconds: last)
            guard count > before else { continue }
            let score = timeline.total(afterPlays: count) - timeline.total(afterPlays: before)
            gains.append(PlayerGain(index: index, score: score, reachedAt: timeline.times[count - 1]))
        }
        return gains.sorted()
    }

    private static func milliseconds(to instant: Instant, in event: GameEvent) -> Int64 {
        (instant - event.window.starts).wholeMilliseconds
    }

    /// The population's score at a rank; in a chapter what it gained since the chapter's start, less those who sit out.
    private func populationScore(atIndex index: Int, on board: GameBoard, at instant: Instant) -> Int64 {
        let window = event.window(of: board)
        let shown = min(max(instant, window.starts), window.ends)
        guard Population.exists(rank: Population.ranks[index], hours: hours(from: window.starts, to: shown)) else {
            return 0
        }
        let score = population.score(atIndex: index, hours: hours(from: event.window.starts, to: shown))
        let steps = { (value: Double, board: Int) in inSteps(value, index: index, board: board) }
        guard case .chapter(let chapter) = board else { return steps(score, 0) }
        let before = population.score(atIndex: index, hours: hours(from: event.window.starts, to: window.starts))
        var random = SeededRandom(seed: StableHash.of(seed, 10, UInt64(chapter.id)))
        return min(steps((score - before) * random.between(0.8, 0.96), chapter.number), steps(score, 0))
    }

    /// Borders move in steps, as somebody's play carries them: about 6,000 in an event, each a little different.
    private func inSteps(_ score: Double, index: Int, board: Int) -> Int64 {
        let height = max(Int64(population.final(atIndex: index) / 6000), 1)
        let step = Int64(score) / height
        let jitter = StableHash.of(seed, 11, UInt64(event.number * 100 + board), UInt64(index), UInt64(step))
        return step * height + Int64(jitter % UInt64(height))
    }

    private func hours(from start: Instant, to end: Instant) -> Double { (end - start).inSeconds / 3600 }
}
