import Rankings

/// Chooses who plays in a made-up event and how: the regulars in this event's order of strength, and a few guests who
/// play well and are banned.
struct SyntheticRoster {
    static let regulars = 400
    /// Accounts of one event: the first three are banned while it runs, the last one after the result is out.
    static let guests = 4
    /// Places whose players play all their rounds with the one above, so that both have the same score.
    private static let partnered = [16, 44, 71, 96]
    private static let renamingProbability = 0.06

    let seed: UInt64
    let event: GameEvent
    let level: Double

    private var hours: Double { (event.window.ends - event.window.starts).inSeconds / 3600 }

    func players() -> [SyntheticPlayer] {
        var players: [SyntheticPlayer] = []
        for (offset, regular) in regularsByStrength().enumerated() {
            let place = offset + 1
            let above = Self.partnered.contains(place) ? players.last?.timeline : nil
            players.append(player(regular, place: place, partner: above))
        }
        return players + (0..<Self.guests).map(guest)
    }

    /// The regulars' numbers, the strongest first: mostly the same from event to event.
    private func regularsByStrength() -> [Int] {
        let strengths = (0..<Self.regulars).map { regular in
            var persona = SeededRandom(seed: StableHash.of(seed, 1, UInt64(regular)))
            var mood = SeededRandom(seed: StableHash.of(seed, 2, UInt64(event.number), UInt64(regular)))
            return persona.normal() + 0.5 * mood.normal()
        }
        return strengths.indices.sorted { strengths[$0] > strengths[$1] }
    }

    private func player(_ regular: Int, place: Int, partner: PlayTimeline?) -> SyntheticPlayer {
        let identity = StableHash.of(seed, 3, UInt64(regular))
        var random = SeededRandom(seed: StableHash.of(seed, 4, UInt64(event.number), UInt64(regular)))
        let timeline = timeline(identity: identity, place: place, partner: partner, random: &random)
        return SyntheticPlayer(
            player: GamePlayer(identity: identity), firstName: name(of: regular, before: event.number),
            renaming: renaming(of: regular, in: event.number).map { share in
                .init(
                    at: event.window.starts + .seconds(Int(share * hours * 3600)),
                    name: Self.name(seed: seed, regular: regular, since: event.number))
            },
            bannedAt: nil, timeline: timeline)
    }

    private func guest(_ number: Int) -> SyntheticPlayer {
        let identity = StableHash.of(seed, 5, UInt64(event.number), UInt64(number))
        var random = SeededRandom(seed: StableHash.of(identity, 1))
        let place = 5 + 20 * number
        let timeline = timeline(identity: identity, place: place, partner: nil, random: &random)
        let isCorrection = number == Self.guests - 1
        let bannedAt =
            isCorrection
            ? event.window.announces + .minutes(Int(random.between(100, 1500)))
            : event.window.starts + .seconds(Int(random.between(0.3, 0.95) * hours * 3600))
        return SyntheticPlayer(
            player: GamePlayer(identity: identity), firstName: PlayerNames.name(for: identity), renaming: nil,
            bannedAt: bannedAt, timeline: timeline)
    }

    private func timeline(
        identity: UInt64, place: Int, partner: PlayTimeline?, random: inout SeededRandom
    ) -> PlayTimeline {
        if let partner {
            let limit = Int32(hours * 3_600_000)
            return partner.delayed(byMilliseconds: Int32(random.between(500, 9000)), limitMilliseconds: limit)
        }
        var persona = SeededRandom(seed: StableHash.of(identity, 2))
        let habits = PlayerHabits(place: place, level: level, hours: hours, persona: &persona, random: &random)
        return habits.timeline(starts: event.window.starts, hours: hours, random: &random)
    }

    /// Where in the event, as a share of it, the player takes another name; nil for most.
    private func renaming(of regular: Int, in number: Int) -> Double? {
        var random = SeededRandom(seed: StableHash.of(seed, 6, UInt64(number), UInt64(regular)))
        return random.happens(Self.renamingProbability) ? random.between(0.05, 0.98) : nil
    }

    /// The name taken in the newest earlier event in which the player took one.
    private func name(of regular: Int, before number: Int) -> String {
        let since = stride(from: number - 1, to: 0, by: -1).first { renaming(of: regular, in: $0) != nil }
        return Self.name(seed: seed, regular: regular, since: since ?? 0)
    }

    private static func name(seed: UInt64, regular: Int, since number: Int) -> String {
        PlayerNames.name(for: StableHash.of(seed, 7, UInt64(regular), UInt64(number)))
    }
}
