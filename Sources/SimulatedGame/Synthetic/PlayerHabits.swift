import Rankings

/// How one player goes about one event.
struct PlayerHabits: Sendable {
    /// About what one play brings.
    let pointsPerPlay: Double
    /// From the start of one play to the next within a burst.
    let secondsPerPlay: Double
    /// The share of waking time spent playing, before the rush.
    let share: Double
    /// How much harder the player plays at the very end.
    let rush: Double
    /// Offset of the player's clock from UTC, in hours.
    let zoneHours: Int
    /// When the player goes to bed by their own clock, 22 to 28, and for how long.
    let bedHour: Double
    let sleepHours: Double
    /// Stays up in the last night.
    let skipsLastNight: Bool
    /// Hours after the start of the event of the first play, and of giving up; nil for staying to the end.
    let joinsAfterHours: Double
    let leavesAfterHours: Double?

    /// - Parameters:
    ///   - place: about where the player is to finish, from 1.
    ///   - level: how strong the event is, 1 in a typical one.
    ///   - persona: random numbers of the player alone, so that the bed stays where it is from event to event.
    init(place: Int, level: Double, hours: Double, persona: inout SeededRandom, random: inout SeededRandom) {
        let target = Self.targetScore(place: place) * level * RealMath.exp(0.1 * random.normal())
        zoneHours = persona.happens(0.9) ? 9 : [-5, 0, 1, 7, 8][Int(persona.next() % 5)]
        bedHour = persona.between(22.5, 27.5)
        sleepHours = place <= 3 ? persona.between(3, 4.5) : persona.between(5, 8.5)
        pointsPerPlay = 90e3 * RealMath.pow(min(target / 380e6, 1), 0.25) * random.between(0.9, 1.1)
        secondsPerPlay = random.between(112, 150)
        rush = random.between(1, 5)
        skipsLastNight = random.happens(0.5)
        joinsAfterHours = random.exponential(mean: place <= 100 ? 0.3 : 3)
        leavesAfterHours = random.happens(0.08) ? random.between(0.2, 0.95) * hours : nil
        let wakingSeconds = hours * 3600 * (1 - sleepHours / 24)
        let rushMean = 1 + rush * EffortCurve.rushHours / hours
        share = min(target / pointsPerPlay * secondsPerPlay / wakingSeconds / rushMean, 0.95)
    }

    /// About where the places of a typical event end: 380 million at the top, 30 million at 100.
    private static func targetScore(place: Int) -> Double {
        30e6 * RealMath.pow(100 / Double(place), place <= 100 ? 0.55 : 0.9)
    }

    /// The hours after the start of the event during which the player sleeps, in order, apart from each other.
    func nights(starts: Instant, hours: Double, random: inout SeededRandom) -> [ClosedRange<Double>] {
        let seconds = (starts + .hours(zoneHours)).unixSeconds
        let midnight = Double(seconds.flooredDivision(by: 86_400) * 86_400 - seconds) / 3600
        return (-2...Int(hours / 24) + 1).compactMap { day in
            let bed = midnight + Double(day) * 24 + bedHour + random.between(-0.6, 0.6)
            let isLast = bed < hours && bed + 24 >= hours
            let length = sleepHours * random.between(0.85, 1.15) * (isLast && skipsLastNight ? 0.3 : 1)
            return bed + length > 0 && bed < hours ? bed...(bed + length) : nil
        }
    }

    /// The player's plays: bursts between nights, with pauses that shrink towards the end.
    func timeline(starts: Instant, hours: Double, random: inout SeededRandom) -> PlayTimeline {
        let nights = nights(starts: starts, hours: hours, random: &random)
        let leaves = min(leavesAfterHours ?? hours, hours)
        var timeline = PlayTimeline()
        var now = joinsAfterHours
        var night = 0
        while now < leaves {
            while night < nights.count && nights[night].upperBound <= now { night += 1 }
            if night < nights.count && nights[night].contains(now) {
                now = nights[night].upperBound + random.between(0.05, 0.6)
                continue
            }
            let pull = 1 + rush * RealMath.exp((now - hours) / EffortCurve.rushHours)
            let share = min(share * pull, 0.96)
            let length = min(max(random.exponential(mean: 0.3 + 1.2 * share), 0.1), 4)
            let bed = night < nights.count ? nights[night].lowerBound : hours
            let burstEnd = min(now + length, bed, leaves)
            play(from: now, until: burstEnd, into: &timeline, random: &random)
            now = max(now + length, burstEnd) + max(length * (1 / share - 1) * random.between(0.5, 1.5), 0.02)
        }
        return timeline
    }

    private func play(
        from start: Double, until end: Double, into timeline: inout PlayTimeline, random: inout SeededRandom
    ) {
        var now = start + secondsPerPlay * random.between(0.94, 1.12) / 3600
        while now < end {
            let points = Int64(pointsPerPlay * random.between(0.88, 1.12))
            timeline.append(atMilliseconds: Int32(now * 3_600_000), points: points)
            now += secondsPerPlay * random.between(0.94, 1.12) / 3600
        }
    }
}
