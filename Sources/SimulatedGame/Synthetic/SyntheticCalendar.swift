package import Rankings

/// The grid on which made-up events lie, from event number 1 for ever.
package struct SyntheticCalendar: Hashable, Sendable {
    package static let eventLength = Duration.hours(192)
    /// From one event's start to the next one's.
    package static let period = Duration.hours(240)
    /// How many past events the master list names; the real one names all, which is a long list for a small machine.
    package static let listedPastEvents = 30
    /// Beyond this number there is no event, so that no arithmetic on instants can overflow.
    package static let lastNumber = 10_000

    /// The start of event number 1: a full hour.
    package let epoch: Instant

    /// - Throws: `badTime` where the epoch is no full hour, since events end on one.
    package init(epoch: Instant) throws(SimulatedGameError) {
        guard epoch.unixMilliseconds % 3_600_000 == 0 else {
            throw SimulatedGameError(.badTime, item: "epoch \(epoch)", problem: "must be a full hour")
        }
        self.epoch = epoch
    }

    /// The grid on which at the instant so many events are over and the next has been running for so long, or up to an
    /// hour longer.
    ///
    /// - Throws: `badTime` where an event does not run for so long.
    package init(finished: Int, liveFor: Duration, at instant: Instant) throws(SimulatedGameError) {
        guard liveFor >= .zero, liveFor < Self.eventLength else {
            throw SimulatedGameError(.badTime, item: "live for \(liveFor)", problem: "must be less than 8 days")
        }
        let starts = instant - liveFor
        let hour = Instant(unixSeconds: starts.unixSeconds.flooredDivision(by: 3600) * 3600)
        try self.init(epoch: hour - Self.period * finished)
    }

    /// The number of the newest event that has started; 0 before the first.
    package func newestNumber(at instant: Instant) -> Int {
        let elapsed = (instant - epoch).wholeMilliseconds
        let periods = elapsed.flooredDivision(by: Self.period.wholeMilliseconds)
        return Int(min(max(periods + 1, 0), Int64(Self.lastNumber)))
    }

    /// The numbers the master list names at the instant: past events, the newest one and the next.
    package func listedNumbers(at instant: Instant) -> ClosedRange<Int> {
        let newest = newestNumber(at: instant)
        return max(1, newest - Self.listedPastEvents)...min(newest + 1, Self.lastNumber)
    }

    /// The event of the number; nil outside 1 … `lastNumber`.
    package func event(numbered number: Int) -> GameEvent? {
        guard (1...Self.lastNumber).contains(number) else { return nil }
        let starts = epoch + Self.period * (number - 1)
        let ends = starts + Self.eventLength
        let kind = Self.kind(ofNumber: number)
        return GameEvent(
            number: number, kind: kind, name: Self.name(ofNumber: number),
            window: ScoringWindow(starts: starts, ends: ends, announces: ends + GameEvent.countingTime),
            closes: ends + GameEvent.correctionTime,
            chapters: kind == "world_bloom" ? Self.chapters(ofNumber: number, starts: starts) : [])
    }

    /// Every third event has chapters; of the others every fourth is a carnival.
    static func kind(ofNumber number: Int) -> String {
        if number % 3 == 0 { return "world_bloom" }
        return number % 6 == 5 ? "cheerful_carnival" : "marathon"
    }

    private static func name(ofNumber number: Int) -> String {
        "\(titles[(number - 1) % titles.count]) #\(number)"
    }

    private static let titles = [
        "星降る夜のパレード", "Paper Lantern Waltz", "雨あがりのスケッチ", "여름밤의 소나타", "Clockwork Aquarium", "まっすぐな放課後",
        "Postcards from Tomorrow",
    ]

    /// Three chapters, each of one character, and a finale, all of two days: each starts at the same time of day.
    private static func chapters(ofNumber number: Int, starts: Instant) -> [GameChapter] {
        let firstCharacter = 1 + (number / 3 - 1) * charactersPerEvent % characters
        return (0...charactersPerEvent).map { index in
            let begins = starts + chapterLength * index
            return GameChapter(
                eventNumber: number, characterID: index < charactersPerEvent ? firstCharacter + index : nil,
                number: index + 1, starts: begins, ends: begins + chapterLength)
        }
    }

    private static let chapterLength = Duration.hours(48)
    private static let charactersPerEvent = 3
    /// The characters the game has; each gets a chapter in turn.
    private static let characters = 24
}
