import Rankings

/// How much of a span falls on Saturdays and Sundays, when people have time to play.
enum WeekendShare {
    /// Days begin at midnight in Japan, UTC+9, where these games come from; in the zones of their other regions a day
    /// begins an hour later.
    private static let zoneSeconds: Int64 = 9 * 3600
    private static let hour = 3600.0
    private static let daySeconds: Int64 = 86_400
    /// 1970-01-01 was a Thursday, three days after Monday.
    private static let firstWeekday: Int64 = 3

    /// The share of the hours from one Unix second to another whose middle is on a weekend; 0 for spans under half an
    /// hour.
    static func of(from start: Double, to end: Double) -> Double {
        var (hours, onWeekend) = (0, 0)
        var middle = start + hour / 2
        while middle < end {
            let day = (Int64(middle.rounded(.down)) + zoneSeconds).flooredDivision(by: daySeconds)
            if (day + firstWeekday).flooredRemainder(by: 7) >= 5 { onWeekend += 1 }
            hours += 1
            middle += hour
        }
        return hours == 0 ? 0 : Double(onWeekend) / Double(hours)
    }
}

extension Int64 {
    fileprivate func flooredRemainder(by divisor: Int64) -> Int64 { self - flooredDivision(by: divisor) * divisor }
}
