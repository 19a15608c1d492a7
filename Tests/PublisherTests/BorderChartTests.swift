import Foundation
import Rankings
import Testing

@testable import Publisher

struct BorderChartTests {
    @Test func drawsTheCourseAndTheFan() throws {
        let report = Fixture().report
        let svg = String(decoding: ForecastCharts(report: report).svg, as: UTF8.self)
        #expect(svg.components(separatedBy: "class=\"line\"").count == 3)
        #expect(svg.contains("class=\"outer\""))
        #expect(svg.contains("class=\"inner\""))
        #expect(svg.contains("<title>Rank 1,000</title>"))
        #expect(svg.contains(">15M</text>") || svg.contains(">20M</text>"))
        #expect(!svg.contains(" style="))
        #expect(try XMLDocumentCheck.isWellFormed(svg))
    }

    @Test func theFanFollowsThePath() throws {
        let report = Fixture().report
        let final = try #require(report.forecast.borders.first).final
        let middle = BorderOutlook.Step(
            at: report.board.times.ends - .hours(48), scores: Quantiles(values: final.values.map { $0 - 4_000_000 }))
        let end = BorderOutlook.Step(at: report.board.times.ends, scores: final)
        let bent = ForecastReport(
            board: report.board, forecast: report.forecast, courses: report.courses,
            outlooks: [BorderOutlook(rank: 1000, path: [middle, end], speed: 1, safeSpeed: 1)])
        let svg = String(decoding: ForecastCharts(report: bent).svg, as: UTF8.self)
        let outer = try #require(svg.split(separator: "\n").joined().firstMatch(of: /class="outer" d="([^"]*)"/))
        // From the tip over two upper and two lower corners.
        #expect(outer.1.split(separator: "L").count == 5)
        #expect(try XMLDocumentCheck.isWellFormed(svg))
    }

    @Test func drawsOnlyTheCourseWithoutAForecast() throws {
        let report = Fixture(forecast: nil).report
        let svg = String(decoding: ForecastCharts(report: report).svg, as: UTF8.self)
        #expect(svg.contains("class=\"line\""))
        #expect(!svg.contains("class=\"dot\""))
        #expect(!svg.contains("class=\"outer\""))
    }

    @Test func aBorderNeverSeenHasAChartToo() throws {
        let report = ForecastReport(board: Fixture().boards[0], forecast: Fixture().report.forecast, courses: [])
        let svg = String(decoding: ForecastCharts(report: report).svg, as: UTF8.self)
        #expect(svg.contains("class=\"dot\""))
        #expect(try XMLDocumentCheck.isWellFormed(svg))
    }

    @Test func everyBorderHasAChartNamedByTheDocument() {
        let files = ForecastFiles.make(Fixture().report)
        #expect(
            files.files.map(\.path) == [
                "e/sekai-jp-210/main/forecast/\(files.document).svg",
                "e/sekai-jp-210/main/forecast/\(files.document).json",
            ])
        #expect(files.files.allSatisfy { $0.kind == .immutable })
    }

    static let ticks: [(Double, [Double])] = [
        (0, [0, 1]), (1, [0, 1]), (6, [0, 1, 2, 3, 4, 5, 6]), (6.5, [0, 2, 4, 6, 8]), (9, [0, 2, 4, 6, 8, 10]),
        (12, [0, 2, 4, 6, 8, 10, 12]), (12.5, [0, 5, 10, 15]),
        (45_000_000, [0, 10_000_000, 20_000_000, 30_000_000, 40_000_000, 50_000_000]),
    ]

    @Test(arguments: ticks)
    func ticksAreRoundAndReachTheLargest(_ largest: Double, _ ticks: [Double]) {
        #expect(ChartScale.ticks(upTo: largest) == ticks)
    }
}
