import Rankings

/// The chart of one border: its course, and from there the fan of its forecast to the end of the event. A part of
/// `ForecastCharts`, which has the style of its classes.
struct BorderChart {
    let border: ChartedBorder
    let report: ForecastReport

    /// In pixels of a page that is not zoomed.
    static let width = 400
    static let height = 240

    /// The elements of the chart.
    var content: String {
        let scale = self.scale
        return [head, grid(scale), fan(scale), course(scale), median(scale)].joined()
    }

    private var divisor: Double { Double(report.board.rules.scale) }

    private var ticks: [Double] {
        let highest = max(border.final?.values.last ?? 0, border.course.map(\.score).max() ?? 0)
        return ChartScale.ticks(upTo: Double(highest) / divisor)
    }

    private var scale: ChartScale {
        let times = report.board.times
        return ChartScale(
            times: times.starts.unixSeconds...max(times.starts.unixSeconds + 1, times.ends.unixSeconds),
            scores: 0...(ticks.last ?? 1), left: 44, right: 388, top: 14, bottom: 214)
    }

    private var head: String {
        """
        <title>Rank \(Wording.number(Int64(border.rank)))</title>
        <rect class="surface" width="400" height="240" fill="#ffffff"/>

        """
    }

    private func grid(_ scale: ChartScale) -> String {
        var text = ""
        for tick in ticks {
            let y = scale.y(tick)
            text +=
                line("M\(point(scale.left)) \(point(y))H\(point(scale.right))")
            text += label(Wording.short(tick), x: scale.left - 6, y: y + 4, anchor: "end")
        }
        for day in days {
            let x = scale.x(day.unixSeconds)
            text += line("M\(point(x)) \(point(scale.bottom))v4")
            text += label(CivilTime(day).shortDate, x: x, y: scale.bottom + 18, anchor: "middle")
        }
        return text + "\n"
    }

    /// At most `dayLabels` midnights of the event, evenly spaced, away from the edges.
    private var days: [Instant] {
        let times = report.board.times
        let first = (times.starts.unixSeconds + 86_399).flooredDivision(by: 86_400)
        let last = times.ends.unixSeconds.flooredDivision(by: 86_400)
        guard first <= last else { return [] }
        let step = max(1, (last - first) / Self.dayLabels + 1)
        return stride(from: first, through: last, by: Int(step)).map { Instant(unixSeconds: $0 * 86_400) }
            .filter { (60...372).contains(scale.x($0.unixSeconds)) }
    }

    private static let dayLabels: Int64 = 5

    private func course(_ scale: ChartScale) -> String {
        let points = border.course.map { position(scale, $0.slot.unixSeconds, $0.score) }
        guard !points.isEmpty else { return "" }
        return "<path class=\"line\" d=\"M\(points.joined(separator: "L"))\" fill=\"none\" stroke=\"#1f5fbf\" "
            + "stroke-width=\"2\" stroke-linejoin=\"round\"/>\n"
    }

    /// The path of the forecast; where none was kept, straight to the end.
    private func path(to final: Quantiles, _ scale: ChartScale) -> [BorderOutlook.Step] {
        if let path = border.outlook?.path, !path.isEmpty { return path }
        return [BorderOutlook.Step(at: Instant(unixSeconds: scale.times.upperBound), scores: final)]
    }

    /// The 80 % band with the 50 % band inside it, both growing from the last point of the course.
    private func fan(_ scale: ChartScale) -> String {
        guard let final = border.final, let origin = border.course.last else { return "" }
        let path = path(to: final, scale)
        let tip = position(scale, origin.slot.unixSeconds, origin.score)
        return [("outer", 1, 5, "0.18"), ("inner", 2, 4, "0.3")].map { name, low, high, opacity in
            let edge =
                path.map { position(scale, $0.at.unixSeconds, $0.scores.values[high]) }
                + path.reversed().map { position(scale, $0.at.unixSeconds, $0.scores.values[low]) }
            return "<path class=\"\(name)\" d=\"M\(tip)L\(edge.joined(separator: "L"))Z\" fill=\"#1f5fbf\" "
                + "fill-opacity=\"\(opacity)\"/>"
        }.joined() + "\n"
    }

    private func median(_ scale: ChartScale) -> String {
        guard let final = border.final else { return "" }
        let y = scale.y(Double(final.median) / divisor)
        let dot = "<circle class=\"dot\" cx=\"\(point(scale.right))\" cy=\"\(point(y))\" r=\"3.5\" fill=\"#1f5fbf\"/>"
        guard let origin = border.course.last else { return dot }
        let tip = position(scale, origin.slot.unixSeconds, origin.score)
        let line = path(to: final, scale).map { position(scale, $0.at.unixSeconds, $0.scores.median) }
        return "<path class=\"line\" d=\"M\(tip)L\(line.joined(separator: "L"))\" fill=\"none\" "
            + "stroke=\"#1f5fbf\" stroke-width=\"1.5\" stroke-dasharray=\"4 4\"/>" + dot + "\n"
    }

    private func position(_ scale: ChartScale, _ seconds: Int64, _ score: Int64) -> String {
        "\(point(scale.x(seconds))) \(point(scale.y(Double(score) / divisor)))"
    }

    private func line(_ path: String) -> String { "<path class=\"grid\" d=\"\(path)\" stroke=\"#e4e7eb\"/>" }

    private func label(_ text: String, x: Double, y: Double, anchor: String) -> String {
        "<text class=\"text\" x=\"\(point(x))\" y=\"\(point(y))\" text-anchor=\"\(anchor)\" fill=\"#56616e\">"
            + "\(text)</text>"
    }

    /// A coordinate to a tenth of a pixel.
    private func point(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
    }
}
