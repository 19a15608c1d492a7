import Rankings
import Testing

/// An event that starts and ends on the hour, is announced ten minutes later and closes 42 hours after that.
private let times = EventTimes(
    starts: Instant(unixSeconds: 1_743_314_400), ends: Instant(unixSeconds: 1_743_321_600),
    announces: Instant(unixSeconds: 1_743_322_200), closes: Instant(unixSeconds: 1_743_473_400))

@Suite struct SeasonTests {
    @Test(
        arguments: [
            (-1, .upcoming), (0, .running), (7199, .running), (7200, .counting), (7799, .counting), (7800, .announced),
            (158_999, .announced), (159_000, .closed),
        ] as [(Int64, Season.Phase)])
    func phaseTurnsExactlyAtItsInstant(second: Int64, phase: Season.Phase) {
        let instant = Instant(unixSeconds: 1_743_314_400 + second)
        #expect(Season().phase(of: times, at: instant) == phase)
    }

    @Test(arguments: [1, 5, 15, 60])
    func nextPlannedAgreesWithAskingEveryMinute(cadence: Int) {
        let season = Season(cadenceMinutes: cadence)
        let first = Slot(containing: times.starts) - 3
        let last = Slot(containing: times.closes) + 3
        let every = (0...(last - first)).map { first + $0 }.filter { season.isPlanned($0, for: times) }
        #expect(season.planned(from: first, through: last, for: times) == every)
        #expect(season.nextPlanned(after: last, for: times) == nil)
    }

    static let seasons = [
        Season.projectSekai, .projectSekaiTracker, .bangDream, .theaterDays, .unknown,
        Season.theaterDays.every(minutes: 15),
        Season(cadenceMinutes: 60, offsetMinutes: 59), Season(cadenceMinutes: 20, correctionMinutes: 45),
    ]

    /// With a freeze, without one, and with the close at once.
    @Test(arguments: seasons, [(600, 151_200), (0, 151_200), (0, 0), (90, 30), (7200, 60)])
    func nextPlannedAgreesInEveryFamily(season: Season, after: (announces: Int, closes: Int)) {
        let announces = times.ends + .seconds(after.announces)
        let times = EventTimes(
            starts: times.starts, ends: times.ends, announces: announces, closes: announces + .seconds(after.closes))
        let first = Slot(containing: times.starts) - 3
        let last = Slot(containing: times.closes) + 3
        let every = (0...(last - first)).map { first + $0 }.filter { season.isPlanned($0, for: times) }
        #expect(season.planned(from: first, through: last, for: times) == every)
        #expect(every.contains { $0.start >= times.announces }, "the result is never read")
    }

    @Test func halfHourlyDataIsReadSomeMinutesAfterIt() {
        let hour = Slot(containing: times.starts)
        #expect(
            Season.theaterDays.planned(from: hour, through: hour + 59, for: times) == [hour + 5, hour + 35])
        #expect(
            Season.theaterDays.every(minutes: 15).planned(from: hour, through: hour + 59, for: times)
                == [hour + 5, hour + 20, hour + 35, hour + 50])
    }

    @Test func withoutAFreezeTheCadenceGoesOnUntilTheAnnouncement() {
        let end = Slot(containing: times.ends)
        #expect(
            Season.bangDream.planned(from: end - 1, through: end + 11, for: times) == (-1...10).map { end + $0 })
    }

    @Test func nothingIsPlannedWhileTheUpstreamCounts() {
        let season = Season()
        let end = Slot(containing: times.ends)
        #expect(season.isPlanned(end - 1, for: times))
        #expect(season.nextPlanned(after: end - 1, for: times) == end + 10)
        #expect(season.nextPlanned(after: end + 10, for: times) == end + 70)
    }

    @Test func closeIsReadOnceMore() {
        let season = Season()
        let close = Slot(containing: times.closes)
        #expect(season.planned(from: close - 59, through: close + 100, for: times).last == close)
    }

    @Test func eventThatStartsWithinAMinuteIsReadFromTheNext() {
        let late = EventTimes(
            starts: Instant(unixSeconds: 1_743_314_401), ends: times.ends, announces: times.announces,
            closes: times.closes)
        let slot = Slot(unixMinute: 1_743_314_400 / 60)
        #expect(Season().nextPlanned(after: slot - 5, for: late) == slot + 1)
    }
}
