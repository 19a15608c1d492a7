package import Rankings

/// Games without a break in between.
package struct PlaySession: Hashable, Sendable {
    /// The slots of the first and the last game's end.
    package let first: Slot
    package let last: Slot
    package let games: Int
    package let gain: Int64
    /// Whether it looks as if nobody held the device: many games, all of the same length and the same points.
    package let isRegular: Bool

    /// Games an hour between the first and the last; nil of a single one.
    package var gamesPerHour: Double? {
        games > 1 && last > first ? Double(games - 1) * 60 / Double(last - first) : nil
    }

    /// Points a game.
    package var pointsPerGame: Double { Double(gain) / Double(games) }

    /// The sessions of a player, oldest first: a break of `PlayState.breakMinutes` ends one.
    ///
    /// - Parameter steps: oldest first.
    package static func all(of steps: [ScoreStep]) -> [PlaySession] {
        var sessions: [[ScoreStep]] = []
        for step in steps {
            if let last = sessions.last?.last, step.slot - last.slot < PlayState.breakMinutes {
                sessions[sessions.count - 1].append(step)
            } else {
                sessions.append([step])
            }
        }
        return sessions.map(PlaySession.init)
    }

    /// - Parameter steps: at least one, oldest first.
    private init(_ steps: [ScoreStep]) {
        first = steps[0].slot
        last = steps[steps.count - 1].slot
        games = steps.count
        gain = steps.reduce(0) { $0 + $1.gain }
        isRegular = Self.isRegular(steps)
    }

    /// Nine in ten intervals within a minute of the middle one, and nine in ten gains within 5 % of it.
    private static func isRegular(_ steps: [ScoreStep]) -> Bool {
        guard steps.count >= regularGames else { return false }
        let intervals = zip(steps, steps.dropFirst()).map { Double($1.slot - $0.slot) }
        let gains = steps.map { Double($0.gain) }
        func areAlike(_ values: [Double], within bound: (Double) -> Double) -> Bool {
            let middle = values.sorted()[values.count / 2]
            return values.count { abs($0 - middle) <= bound(middle) } * 10 >= values.count * 9
        }
        return areAlike(intervals) { _ in 1 } && areAlike(gains) { $0 * 0.05 }
    }

    /// Fewer games may be alike by chance.
    private static let regularGames = 12
}
