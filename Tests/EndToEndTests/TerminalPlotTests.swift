import Rankings
import Testing

@testable import borderline

@Suite struct TerminalPlotTests {
    private let first = Slot(unixMinute: 29_000_000)

    @Test func risingSeriesGoesFromTheLowerLeftToTheUpperRight() {
        let points = (0...100).map { Series.Point(slot: first + $0, rank: 1, score: Int64($0) * 1_000) }
        let lines = plot(points, minutes: 100)
        #expect(lines.count == 18)
        #expect(lines[0].hasPrefix("100000 │"))
        #expect(lines[15].hasPrefix("     0 │"))
        #expect(lines[0].last != "\u{2800}" && lines[15].last == "\u{2800}")
        #expect(Set(lines.prefix(16).map(\.count)) == [6 + 2 + 66])
        #expect(lines[17].contains(first.description) && lines[17].hasSuffix((first + 100).description))
    }

    @Test func whatWasNotShownIsLeftOut() {
        let points = [
            Series.Point(slot: first, rank: 1, score: 5), Series.Point(slot: first + 50, rank: nil, score: nil),
        ]
        let drawn = plot(points, minutes: 100)[15].dropFirst(3)
        #expect(drawn.prefix(30).allSatisfy { $0 != "\u{2800}" })
        #expect(drawn.suffix(30).allSatisfy { $0 == "\u{2800}" })
    }

    private func plot(_ points: [Series.Point], minutes: Int) -> [String] {
        TerminalPlot(Series(points: points), from: first, through: first + minutes).text.split(separator: "\n").map(
            String.init)
    }
}
