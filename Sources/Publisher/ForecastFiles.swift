import Rankings

/// The files of one forecast: the document and the charts of its borders. All immutable; publish them before an edition
/// that names them.
package struct ForecastFiles: Hashable, Sendable {
    /// The hash that `PublishedForecast.document` takes.
    package let document: String
    package let files: [OutputFile]

    /// Draws the charts and writes the document, both compressed quickly: the next forecast replaces them in a quarter
    /// of an hour, and the edition waits for them. The same report gives the same bytes and hash.
    package static func make(_ report: ForecastReport) -> ForecastFiles {
        let board = report.board.id
        let document = ForecastDocument(report: report)
        let charts = OutputFile(
            path: OutputPath.charts(of: board, hash: document.hash), bytes: ForecastCharts(report: report).svg,
            kind: .immutable, contentType: .svg, effort: .quick)
        let json = OutputFile(
            path: OutputPath.forecast(of: board, hash: document.hash), bytes: document.bytes, kind: .immutable,
            contentType: .json, effort: .quick)
        return ForecastFiles(document: document.hash, files: [charts, json])
    }
}
