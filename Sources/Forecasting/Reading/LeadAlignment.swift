import Glibc

/// At which time before its own end a past board is like this one at its lead.
enum LeadAlignment {
    /// Hours at the end of an event that are a matter of the clock, however long the event is.
    private static let lastDay = 24.0
    /// Boards longer by less than this factor (e^0.4) are read at the same time before the end.
    private static let similarLength = 0.4

    /// Hours before its end at which a past board is read.
    ///
    /// Games end at a fixed hour of their day, so that the same lead is the same hour of the day and as near to the
    /// final rush. A much longer board is read at the same share of the time before its last day.
    ///
    /// - Parameters:
    ///   - past: hours the past board lasted.
    ///   - lead: hours to the end of this board.
    ///   - duration: hours this board lasts.
    static func lead(inBoardOf past: Double, for lead: Double, of duration: Double) -> Double {
        guard lead > lastDay, log(past / duration) > similarLength else { return lead }
        return lastDay + (lead - lastDay) * max(past - lastDay, 1) / max(duration - lastDay, 1)
    }
}
