import Rankings

/// A player's score over the time of a board, with the nearest borders and where they are forecast to close. What it
/// draws has classes only: the page's style gives them colours, and each line a dash of its own.
struct PlayerChart {
    let report: PlayerReport
    let edition: Edition

    var context: PageContext {
        var context = PageContext()
        let scale = self.scale
        context.set(.ticks, ticks.map { tick($0, scale) })
        context.set(.days, days.map { day($0, scale) })
        let own = self.own
        context[.path] = path(own, scale)
        if let last = own.last {
            context[.x] = point(scale.x(last.at))
            context[.y] = point(scale.y(Double(last.score) / divisor))
        }
        context.set(.borders, borders.enumerated().map { border($1, place: $0 + 1, scale) })
        return context
    }

    /// The borders next to the player: the one above and the two from their own rank down.
    private var borders: [BorderCourse] {
        let all = report.courses.filter { course in edition.standing.borders.contains { $0.rank == course.rank } }
        let known = all.isEmpty ? report.courses : all
        let above = known.filter { $0.rank < report.entry.rank }.suffix(1)
        let below = known.filter { $0.rank >= report.entry.rank }.prefix(2)
        return Array(above) + Array(below)
    }

    private var own: [(at: Int64, score: Int64)] {
        var points = thinned(
            report.series.points.compactMap { point in point.score.map { (point.slot.unixSeconds, $0) } })
        if let last = points.last, edition.phase == .running { points.append((edition.slot.unixSeconds, last.score)) }
        return points
    }

    /// The last point of each hour: an event of eight days has three pixels for it.
    private func thinned(_ points: [(at: Int64, score: Int64)]) -> [(at: Int64, score: Int64)] {
        var kept: [(at: Int64, score: Int64)] = []
        for point in points {
            if let last = kept.last, last.at / Self.step == point.at / Self.step { kept.removeLast() }
            kept.append(point)
        }
        return kept
    }

    private static let step: Int64 = 3_600

    private var divisor: Double { Double(edition.board.rules.scale) }

    private func final(of rank: Int) -> Int64? {
        edition.forecast?.forecast.borders.first { $0.rank == rank }?.final.median
    }

    private var ticks: [Double] {
        let shown = own.map(\.score) + borders.flatMap { $0.points.map(\.score) }
        let scores = shown + borders.compactMap { final(of: $0.rank) }
        return ChartScale.ticks(upTo: Double(scores.max() ?? 0) / divisor)
    }

    private var scale: ChartScale {
        let times = edition.board.times
        return ChartScale(
            times: times.starts.unixSeconds...max(times.starts.unixSeconds + 1, times.ends.unixSeconds),
            scores: 0...(ticks.last ?? 1), left: 64, right: 632, top: 16, bottom: 274)
    }

    /// A line by steps, which are shorter than places. They are those between rounded places: no error adds up.
    private func path(_ points: [(at: Int64, score: Int64)], _ scale: ChartScale) -> String {
        var path = ""
        var before: (x: Int, y: Int)?
        for point in points {
            let (x, y) = (tenths(scale.x(point.at)), tenths(scale.y(Double(point.score) / divisor)))
            if let before {
                let down = text(y - before.y)
                path += "l\(text(x - before.x))\(down.hasPrefix("-") ? "" : " ")\(down)"
            } else {
                path = "M\(text(x)) \(text(y))"
            }
            before = (x, y)
        }
        return path
    }

    private func border(_ course: BorderCourse, place: Int, _ scale: ChartScale) -> PageContext {
        var line = PageContext()
        line[.rank] = Wording.number(Int64(course.rank))
        line[.style] = "line-\(place)"
        line[.path] = path(thinned(course.points.map { ($0.slot.unixSeconds, $0.score) }), scale)
        if let last = course.points.last, let final = final(of: course.rank) {
            let (tip, end) = (
                position(last.slot.unixSeconds, last.score, scale), position(scale.times.upperBound, final, scale)
            )
            line[.outlook] = "M\(tip)L\(end)"
            line[.median] = Wording.short(Double(final) / divisor)
        }
        return line
    }

    private func tick(_ value: Double, _ scale: ChartScale) -> PageContext {
        var tick = PageContext()
        tick[.words] = Wording.short(value)
        tick[.path] = "M\(point(scale.left)) \(point(scale.y(value)))H\(point(scale.right))"
        tick[.y] = point(scale.y(value) + 4)
        return tick
    }

    private func day(_ day: Instant, _ scale: ChartScale) -> PageContext {
        var label = PageContext()
        label[.words] = "\(CivilTime(day).day)"
        label[.x] = point(scale.x(day.unixSeconds))
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
        "\(point(scale.x(seconds))) \(point(scale.y(Double(score) / divisor)))"
    }

    private func point(_ value: Double) -> String { text(tenths(value)) }

    private func tenths(_ value: Double) -> Int { Int((value * 10).rounded()) }

    /// Pixels, to a tenth.
    private func text(_ tenths: Int) -> String {
        let (whole, rest) = abs(tenths).quotientAndRemainder(dividingBy: 10)
        return "\(tenths < 0 ? "-" : "")\(whole)\(rest == 0 ? "" : ".\(rest)")"
    }
}
