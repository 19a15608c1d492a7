/// A line of a chart as the `d` of an SVG path: runs of points that are joined, with gaps in between.
struct ChartPath {
    /// A score at an instant.
    struct Point: Hashable {
        /// Unix seconds.
        let at: Int64
        let score: Int64
    }

    /// Oldest first; none is empty.
    private(set) var runs: [[Point]] = []
    private var isOpen = false

    /// Adds a point to the run, or ends the run where nothing is known.
    mutating func add(_ point: Point?) {
        guard let point else {
            isOpen = false
            return
        }
        guard isOpen, let last = runs.indices.last else {
            runs.append([point])
            isOpen = true
            return
        }
        // Of a score that stands still the two ends say all.
        let run = runs[last]
        if run.count > 1, run[run.count - 1].score == point.score, run[run.count - 2].score == point.score {
            runs[last].removeLast()
        }
        runs[last].append(point)
    }

    var last: Point? { runs.last?.last }
    /// The largest score; nil of no point.
    var highest: Int64? { runs.joined().map(\.score).max() }

    /// Moves to each run, and goes on by steps, which are shorter than places. They are those between rounded places:
    /// no error adds up. A run of one point is a dot: the round ends of a dash that is all but nothing, for of nothing
    /// a dashed line shows nothing.
    func text(_ scale: ChartScale, divisor: Double) -> String {
        runs.map { run in
            var text = ""
            var before: (x: Int, y: Int)?
            for point in run {
                let x = Self.tenths(scale.x(point.at))
                let y = Self.tenths(scale.y(Double(point.score) / divisor))
                if let before {
                    let down = Self.text(y - before.y)
                    text += "l\(Self.text(x - before.x))\(down.hasPrefix("-") ? "" : " ")\(down)"
                } else {
                    text = "M\(Self.text(x)) \(Self.text(y))"
                }
                before = (x, y)
            }
            return run.count == 1 ? text + "h.1" : text
        }.joined()
    }

    /// Pixels, to a tenth.
    static func text(_ value: Double) -> String { text(tenths(value)) }

    private static func tenths(_ value: Double) -> Int { Int((value * 10).rounded()) }

    private static func text(_ tenths: Int) -> String {
        let (whole, rest) = abs(tenths).quotientAndRemainder(dividingBy: 10)
        return "\(tenths < 0 ? "-" : "")\(whole)\(rest == 0 ? "" : ".\(rest)")"
    }
}
