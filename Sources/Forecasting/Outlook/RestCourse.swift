import Glibc
import Rankings

/// How finished borders gained their rest from a lead to the end: the shape of the path that a forecast takes.
enum RestCourse {
    /// Minutes between steps, the first that needs no more than `RestShape.stepLimit` of them: steps end at the end of
    /// the board, which is a whole hour, so that they fall on hours people know.
    private static let stepChoices = [15, 30, 60, 120, 180, 360, 720, 1440]
    /// Finished boards that are looked at, the newest: enough for a mean, and few milliseconds.
    private static let boardLimit = 12
    /// A share under a hundredth of the rest counts as that.
    private static let shareMinimum = 0.01
    /// As if this many boards besides those seen had lain `unseenSpread` times what is left of the rest apart.
    private static let unseenBoards = 2.0
    private static let unseenSpread = 0.3

    /// - Parameters:
    ///   - rank: its neighbours in finished boards of the same game and class count, where there are none those of any.
    ///   - lead: hours to the end; positive.
    ///   - past: boards that grow alike, oldest first. Where none reaches back to the lead the rest comes evenly.
    static func shape(rank: Int, of live: LiveBoard, lead: Double, past: [PastBoard]) -> RestShape {
        let others = past.filter { $0.id != live.id }
        let alike = others.filter { $0.game == live.game && $0.boardClass == live.boardClass }
        let stepMinutes = minutes(lead: lead)
        let leads = stepLeads(lead: lead, stepMinutes: stepMinutes)
        let courses = (alike.isEmpty ? others : alike).suffix(boardLimit).compactMap { board in
            nearest(to: rank, in: board).flatMap { gained($0, leads: leads, from: lead, of: live.durationHours) }
        }
        var highest = 0.0
        var (shares, spreads): ([Int], [Int]) = ([], [])
        for (place, stepLead) in leads.enumerated() {
            let even = 1 - stepLead / lead
            let seen = courses.map { $0[place] }
            let mean = seen.isEmpty ? even : seen.reduce(0, +) / Double(seen.count)
            highest = place == leads.count - 1 ? 1 : max(highest, mean)
            let deviation = unseenSpread * (1 - highest)
            let squares = seen.reduce(0) { sum, share in
                let distance = log(max(share, shareMinimum) / max(mean, shareMinimum))
                return sum + distance * distance
            }
            let variance =
                (squares + unseenBoards * deviation * deviation) / (Double(seen.count) + unseenBoards)
            shares.append(Int((highest * Double(RestShape.whole)).rounded()))
            spreads.append(
                place == leads.count - 1 ? 0 : Int((variance.squareRoot() * Double(RestShape.spreadUnit)).rounded()))
        }
        return RestShape(stepMinutes: stepMinutes, shares: shares, spreads: spreads)
    }

    /// Boards longer than the longest choice allows have longer steps.
    private static func minutes(lead: Double) -> Int {
        let limit = Double(RestShape.stepLimit)
        return stepChoices.first { lead * 60 / Double($0) <= limit } ?? Int((lead * 60 / limit).rounded(.up))
    }

    /// Hours to the end at each step, falling to 0.
    private static func stepLeads(lead: Double, stepMinutes: Int) -> [Double] {
        let hours = Double(stepMinutes) / 60
        let count = max(1, Int((lead / hours).rounded(.up)))
        return (0..<count).map { Double(count - 1 - $0) * hours }
    }

    /// What share of its rest a finished border had gained at each step; nil where it does not reach back to the lead
    /// or gained nothing from there.
    private static func gained(
        _ series: PastSeries, leads: [Double], from lead: Double, of duration: Double
    ) -> [Double]? {
        let length = Double(series.ends - series.starts) / 3600
        func score(_ lead: Double) -> Double {
            series.score(atLead: LeadAlignment.lead(inBoardOf: length, for: lead, of: duration))
        }
        let present = score(lead)
        guard lead <= length, series.final > present else { return nil }
        return leads.map { min(max((score($0) - present) / (series.final - present), 0), 1) }
    }

    private static func nearest(to rank: Int, in board: PastBoard) -> PastSeries? {
        board.series.min { abs(log(Double($0.rank) / Double(rank))) < abs(log(Double($1.rank) / Double(rank))) }
    }
}
