import Rankings
import Testing

@testable import Forecasting

@Suite struct ForecastScheduleTests {
    /// From minute 6000 to 13,205: the end is off the quarter hours.
    private let times: EventTimes = {
        let ends = Instant(unixSeconds: 13_205 * 60)
        return EventTimes(starts: Instant(unixSeconds: 6000 * 60), ends: ends, announces: ends, closes: ends)
    }()

    @Test(
        arguments: [
            (5999, nil, false), (6000, nil, true), (6000, 6000, false), (6001, 6000, false), (6014, 6000, false),
            (6015, 6000, true), (6016, 6000, true), (6016, 6015, false), (6100, 6000, true), (6100, 6090, false),
            (6100, 6089, true),
            // 72 h before the end.
            (8884, 8880, false), (8885, 8880, true), (8886, 8885, false), (8895, 8885, true),
            // 1 h before the end.
            (13_145, 13_140, true), (13_146, 13_145, false),
            (13_204, 13_200, false), (13_204, 13_199, true), (13_205, 13_000, false), (13_300, nil, false),
        ] as [(Int64, Int64?, Bool)])
    func isDueOnceForEachInstant(minute: Int64, lastMade: Int64?, isDue: Bool) {
        let last = lastMade.map { Slot(unixMinute: $0) }
        #expect(ForecastSchedule.isDue(at: Slot(unixMinute: minute), lastMade: last, times: times) == isDue)
    }

    @Test func waitsForTheFirstInstantAfterTheStart() {
        let ends = Instant(unixSeconds: 100_000 * 60)
        let times = EventTimes(starts: Instant(unixSeconds: 6001 * 60), ends: ends, announces: ends, closes: ends)
        #expect(!ForecastSchedule.isDue(at: Slot(unixMinute: 6014), lastMade: nil, times: times))
        #expect(ForecastSchedule.isDue(at: Slot(unixMinute: 6015), lastMade: nil, times: times))
    }

    @Test func aBoardFollowedMinuteByMinuteIsForecastAtEachInstantOnce() {
        var made: [Int64] = []
        for minute in Int64(5000)...14_000 {
            let slot = Slot(unixMinute: minute)
            if ForecastSchedule.isDue(at: slot, lastMade: made.last.map { Slot(unixMinute: $0) }, times: times) {
                made.append(minute)
            }
        }
        let leads = ForecastSchedule.leadHours.map { 13_205 - Int64($0) * 60 }
        let grid = stride(from: Int64(6000), to: 13_205, by: 15)
        #expect(Set(made) == Set(grid).union(leads))
        #expect(made.count == 481 + 7)
    }
}
