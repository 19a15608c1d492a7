import Rankings
import TestSupport
import Testing

@testable import Cron

/// Random schedules, held against a clock that walks minute by minute.
@Suite struct CronOracleTests {
    @Test(arguments: 0..<40)
    func agreesWithWalkingMinuteByMinute(seed: Int) throws {
        var random = SplitMix(state: UInt64(seed))
        let (expression, fields) = randomSchedule(&random)
        let schedule = try CronSchedule(expression)
        // From 2028-02-20, a Sunday, across the leap day.
        var walk = MinuteWalk(slot: Slot(unixMinute: 21_234 * 1440), year: 2028, month: 2, day: 20, weekday: 0)
        var expected = schedule.next(after: walk.slot - 1)
        for _ in 0..<(20 * 1440) {
            let isDue = walk.isDue(fields)
            guard isDue == schedule.matches(walk.slot), isDue == (expected == walk.slot) else {
                Issue.record("\(expression) at \(walk.slot): walked \(isDue), next \(String(describing: expected))")
                return
            }
            if isDue { expected = schedule.next(after: walk.slot) }
            walk.advance()
        }
    }

    private func randomSchedule(_ random: inout SplitMix) -> (expression: String, fields: OracleFields) {
        let (minuteText, minutes) = randomField(0...59, &random)
        let (hourText, hours) = randomField(0...23, &random)
        let (dayText, days) = randomField(1...31, &random)
        let (monthText, months) = randomField(1...4, &random)
        let (weekdayText, weekdays) = randomField(0...6, &random)
        return (
            [minuteText, hourText, dayText, monthText, weekdayText].joined(separator: " "),
            OracleFields(
                minutes: minutes ?? Array(0...59), hours: hours ?? Array(0...23), days: days,
                months: months ?? Array(1...12), weekdays: weekdays)
        )
    }

    /// A `*` (nil), or up to three values and ranges with their meaning written out.
    private func randomField(_ range: ClosedRange<Int>, _ random: inout SplitMix) -> (String, [Int]?) {
        if random.next() % 3 == 0 { return ("*", nil) }
        var texts: [String] = []
        var values: [Int] = []
        for _ in 0...(random.next() % 3) {
            let low = Int.random(in: range, using: &random)
            let high = Int.random(in: low...range.upperBound, using: &random)
            let step = Int.random(in: 1...7, using: &random)
            switch random.next() % 3 {
            case 0:
                texts.append("\(low)")
                values.append(low)
            case 1:
                texts.append("\(low)-\(high)")
                values += (low...high)
            default:
                texts.append("\(low)-\(high)/\(step)")
                values += (low...high).filter { ($0 - low) % step == 0 }
            }
        }
        return (texts.joined(separator: ","), values)
    }
}
