import Rankings

/// A series drawn with Braille dots, four to a line and two to a column, for a terminal of 80 columns.
struct TerminalPlot {
    private static let columns = 66
    private static let lines = 16
    /// The bits of a Braille character by line and column of its dots.
    private static let dots: [[UInt32]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]

    private let series: Series
    private let first: Slot
    private let last: Slot

    init(_ series: Series, from first: Slot, through last: Slot) {
        self.series = series
        self.first = first
        self.last = last
    }

    var text: String {
        let scores = samples
        let known = scores.compactMap { $0 }
        guard let lowest = known.min(), let highest = known.max() else { return "nothing to draw" }
        let height = Self.lines * 4 - 1
        let span = Double(max(highest - lowest, 1))
        var cells = [[UInt32]](repeating: [UInt32](repeating: 0, count: Self.columns), count: Self.lines)
        for (x, score) in scores.enumerated() {
            guard let score else { continue }
            let y = height - Int((Double(score - lowest) / span * Double(height)).rounded())
            cells[y / 4][x / 2] |= Self.dots[y % 4][x % 2]
        }
        let labels = [0: String(highest), Self.lines - 1: String(lowest)]
        let width = labels.values.map(\.count).max() ?? 0
        var lines = cells.enumerated().map { line, row in
            let label = labels[line] ?? ""
            let drawn = row.compactMap { Unicode.Scalar(0x2800 + $0) }
            return String(repeating: " ", count: width - label.count) + label + " │"
                + String(String.UnicodeScalarView(drawn))
        }
        lines.append(String(repeating: " ", count: width) + " └" + String(repeating: "─", count: Self.columns))
        let (start, end) = (first.description, last.description)
        let gap = max(1, Self.columns - start.count - end.count)
        lines.append(String(repeating: " ", count: width + 2) + start + String(repeating: " ", count: gap) + end)
        return lines.joined(separator: "\n")
    }

    /// The score at each of the dots' columns; nil where nothing was shown.
    private var samples: [Int64?] {
        let minutes = max(1, last - first)
        var rest = series.points[...]
        var held: Series.Point?
        return (0..<Self.columns * 2).map { x in
            let slot = first + minutes * x / (Self.columns * 2 - 1)
            while let next = rest.first, next.slot <= slot { held = rest.removeFirst() }
            return held?.score
        }
    }
}
