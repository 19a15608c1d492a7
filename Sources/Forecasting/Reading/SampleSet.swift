import Rankings

/// The borders of a board and all finished borders it is compared with, each read at the same lead.
struct SampleSet: Sendable {
    /// A finished board whose nearest observation is further from the lead than this says nothing of it.
    private static let observationDistanceLimit = 3.0
    /// A finished board must have run this long before the lead.
    private static let elapsedMinimum = 2.0
    /// Finished borders that are compared, at most: the time a fit takes grows with the third power of their number,
    /// and 400 take about 15 ms.
    static let finishedLimit = 400
    private static let hour = 3600.0
    private static let month = 30.0 * 86_400

    /// Finished borders, oldest end first, then the borders of the live board.
    let samples: [BorderSample]
    /// Of the finished borders, on the scale of `RestScale`.
    let targets: [Double]
    /// For each live sample its place in `LiveBoard.borders`.
    let liveBorders: [Int]
    /// Hours.
    let lead: Double

    var finishedCount: Int { targets.count }

    /// - Parameters:
    ///   - past: finished boards that ended by now, oldest first.
    ///   - lead: hours from the newest observation to the end.
    ///   - finishedLimit: the most finished borders that are compared.
    init(live: LiveBoard, past: [PastBoard], lead: Double, finishedLimit: Int = finishedLimit) {
        self.lead = lead
        var families = GameFamilies()
        for board in past { families.note(board.game, held: board.kind) }
        families.note(live.game, held: live.kind)
        var labels = TraitLabels(families: families)
        var samples: [BorderSample] = []
        var targets: [Double] = []
        for board in Self.nearest(past, to: live, families: families, limit: finishedLimit) {
            Self.read(board, lead: lead, duration: live.durationHours, labels: &labels) { sample, target in
                samples.append(sample)
                targets.append(target)
            }
        }
        var liveBorders: [Int] = []
        for (index, border) in live.borders.enumerated() {
            guard let sample = Self.read(border, of: live, labels: &labels) else { continue }
            samples.append(sample)
            liveBorders.append(index)
        }
        self.samples = samples
        self.targets = targets
        self.liveBorders = liveBorders
    }

    /// As many whole boards as the limit allows, oldest first: the newest of the same game and class, then those of
    /// other regions, then any.
    private static func nearest(
        _ past: [PastBoard], to live: LiveBoard, families: GameFamilies, limit: Int
    ) -> [PastBoard] {
        let family = families.family(of: live.game)
        func distance(_ board: PastBoard) -> Int {
            if board.boardClass != live.boardClass { return board.game == live.game ? 1 : 3 }
            return board.game == live.game ? 0 : families.family(of: board.game) == family ? 2 : 3
        }
        let places = past.indices.filter { past[$0].id != live.id }
            .sorted { (distance(past[$0]), past.count - $0) < (distance(past[$1]), past.count - $1) }
        var (chosen, count): ([Int], Int) = ([], 0)
        for place in places {
            count += past[place].series.count
            if count > limit { break }
            chosen.append(place)
        }
        return chosen.sorted().map { past[$0] }
    }

    private static func read(
        _ board: PastBoard, lead: Double, duration: Double, labels: inout TraitLabels,
        into add: (BorderSample, Double) -> Void
    ) {
        let boardDuration = Double(board.ends - board.starts) / hour
        let steps = HourlyScores.steps(lead: lead)
        let lead = LeadAlignment.lead(inBoardOf: boardDuration, for: lead, of: duration)
        guard boardDuration > lead + elapsedMinimum else { return }
        let instant = Double(board.ends) - lead.rounded(.toNearestOrEven) * hour
        let weekend = weekend(at: lead, before: Double(board.ends))
        for series in board.series where series.curve.distance(to: instant) <= observationDistanceLimit * hour {
            guard
                let reading = PaceReading(
                    series.curve, times: Double(board.starts)...Double(board.ends), lead: lead, weekend: weekend)
            else { continue }
            let traits = labels.traits(
                board: board.id, game: board.game, kind: board.kind, boardClass: board.boardClass, rank: series.rank)
            let hours = hours(
                series.curve, starts: board.starts, ends: board.ends, reading, lead: lead, steps: steps)
            add(
                BorderSample(traits: traits, reading: reading, endMonth: Double(board.ends) / month, hours: hours),
                RestScale(reading, lead: lead).value(ofFinal: series.final))
        }
    }

    private static func read(_ border: LiveBoard.Border, of live: LiveBoard, labels: inout TraitLabels)
        -> BorderSample?
    {
        guard let newest = border.seen.newestSecond else { return nil }
        let lead = Double(live.ends - newest) / hour
        guard
            let reading = PaceReading(
                border.seen, times: live.times, lead: lead, weekend: weekend(at: lead, before: Double(live.ends)))
        else { return nil }
        let traits = labels.traits(
            board: live.id, game: live.game, kind: live.kind, boardClass: live.boardClass, rank: border.rank)
        let hours = hours(
            border.seen, starts: live.starts, ends: live.ends, reading, lead: lead, steps: 0)
        return BorderSample(traits: traits, reading: reading, endMonth: Double(live.ends) / month, hours: hours)
    }

    private static func hours(
        _ curve: ScoreCurve, starts: Int64, ends: Int64, _ reading: PaceReading, lead: Double, steps: Int
    ) -> HourlyScores? {
        guard lead <= HourlyScores.leadLimit else { return nil }
        return HourlyScores(
            curve, times: Double(starts)...Double(ends), present: reading.present, lead: lead, steps: steps)
    }

    private static func weekend(at lead: Double, before end: Double) -> (rest: Double, lastDay: Double) {
        let instant = end - lead * hour
        return (
            rest: WeekendShare.of(from: instant, to: end),
            lastDay: WeekendShare.of(from: instant - 24 * hour, to: instant)
        )
    }
}
