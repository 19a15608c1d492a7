import Rankings

/// A player's score over the time of a board, with the nearest borders and where they are forecast to close. What was
/// not seen is a gap. What it draws has classes only: the page's style gives them colours, and each line a dash of its
/// own.
struct PlayerChart {
    let report: PlayerReport
    let edition: Edition
    let presence: PlayerPresence

    var context: PageContext {
        var context = PageContext()
        let (own, borders) = (self.own, self.borders.map { ($0, line(of: $0)) })
        let finals = borders.compactMap { final(of: $0.0.rank) }
        let scores = [own.highest ?? 0] + borders.compactMap { $0.1.highest } + finals
        let ticks = ChartScale.ticks(upTo: Double(scores.max() ?? 0) / divisor)
        let scale = scale(upTo: ticks.last ?? 1)
        context.set(.ticks, ticks.map { tick($0, scale) })
        context.set(.days, days.map { day($0, scale) })
        context[.path] = own.text(scale, divisor: divisor)
        if let last = own.last {
            context[.x] = ChartPath.text(scale.x(last.at))
            context[.y] = ChartPath.text(scale.y(Double(last.score) / divisor))
        }
        context.set(.borders, borders.enumerated().map { border($1.0, $1.1, place: $0 + 1, scale) })
        return context
    }

    /// The rank that is followed next above the player, and next below; and the next border below where that is none,
    /// for borders are what is played for.
    var borders: [BorderCourse] {
        let own = report.entry.rank
        let isBorder = Set(edition.standing.borders.map(\.rank))
        let below = report.courses.filter { $0.rank > own }
        var chosen = Array(report.courses.filter { $0.rank < own }.suffix(1)) + Array(below.prefix(1))
        if let border = below.first(where: { isBorder.contains($0.rank) }), chosen.last?.rank != border.rank {
            chosen.append(border)
        }
        return chosen
    }

    /// What held at every step of the board until now.
    private var own: ChartPath {
        var path = ChartPath()
        let end = Slot(containing: edition.board.times.ends)
        let last = min(edition.slot, end)
        let step = Int64(stepMinutes)
        let start = Slot(containing: edition.board.times.starts).unixMinute
        let first = Slot(unixMinute: (start + step - 1).flooredDivision(by: step) * step)
        if first <= last {
            for (place, point) in report.series.sampled(from: first, through: last, every: stepMinutes).enumerated() {
                let slot = first + place * stepMinutes
                path.add(presence.isSeen(slot) ? point?.score.map { .init(at: slot.unixSeconds, score: $0) } : nil)
            }
        }
        // The newest, which is the result where the board is over.
        if let score = report.series.points.last?.score, path.last.map({ $0.at < last.unixSeconds }) ?? true {
            path.add(.init(at: last.unixSeconds, score: score))
        }
        return path
    }

    /// An hour, three pixels of eight days; less where a board is short.
    private var stepMinutes: Int {
        let times = edition.board.times
        let minutes = Slot(containing: times.ends) - Slot(containing: times.starts)
        return [1, 5, 15, 30].first { minutes / $0 <= Self.mostSteps } ?? 60
    }

    private static let mostSteps = 200

    private func line(of course: BorderCourse) -> ChartPath {
        var path = ChartPath()
        var before: Slot?
        for point in course.points {
            if let before, point.slot.hour - before.hour > Self.hourMinutes { path.add(nil) }
            path.add(.init(at: point.slot.unixSeconds, score: point.score))
            before = point.slot
        }
        return path
    }

    private static let hourMinutes = 60

    private var divisor: Double { Double(edition.board.rules.scale) }

    private func final(of rank: Int) -> Int64? {
        edition.forecast?.forecast.borders.first { $0.rank == rank }?.final.median
    }

    private func scale(upTo highest: Double) -> ChartScale {
        let times = edition.board.times
        return ChartScale(
            times: times.starts.unixSeconds...max(times.starts.unixSeconds + 1, times.ends.unixSeconds),
            scores: 0...highest, left: 64, right: 632, top: 16, bottom: 274)
    }

    private func border(_ course: BorderCourse, _ path: ChartPath, place: Int, _ scale: ChartScale) -> PageContext {
        var line = PageContext()
        line[.rank] = Wording.number(Int64(course.rank))
        line[.style] = "line-\(place)"
        line[.path] = path.text(scale, divisor: divisor)
        if let last = path.last, let final = final(of: course.rank) {
            let tip = position(last.at, last.score, scale)
            line[.outlook] = "M\(tip)L\(position(scale.times.upperBound, final, scale))"
            line[.median] = Wording.short(Double(final) / divisor)
        }
        return line
    }

    private func tick(_ value: Double, _ scale: ChartScale) -> PageContext {
        var tick = PageContext()
        tick[.words] = Wording.short(value)
        tick[.path] =
            "M\(ChartPath.text(scale.left)) \(ChartPath.text(scale.y(value)))H\(ChartPath.text(scale.right))"
        tick[.y] = ChartPath.text(scale.y(value) + 4)
        return tick
    }

    private func day(_ day: Instant, _ scale: ChartScale) -> PageContext {
        var label = PageContext()
        label[.words] = "\(CivilTime(day).day)"
        label[.x] = ChartPath.text(scale.x(day.unixSeconds))
        return label
    }

    private var days: [Instant] {
        let times = edition.board.times
        let first = (times.starts.unixSeconds + 86_399).flooredDivision(by: 86_400)
        let last = times.ends.unixSeconds.flooredDivision(by: 86_400)
        guard first <= last else { return [] }
        return (first...min(last, first + Self.mostDays)).map { Instant(unixSeconds: $0 * 86_400) }
    }

    /// Labels that fit below a chart.
    private static let mostDays: Int64 = 16

    private func position(_ seconds: Int64, _ score: Int64, _ scale: ChartScale) -> String {
        "\(ChartPath.text(scale.x(seconds))) \(ChartPath.text(scale.y(Double(score) / divisor)))"
    }
}
