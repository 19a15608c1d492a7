import Rankings

/// The charts of all borders of a forecast as one file, one below the other, each with a view of its own:
/// `<hash>.svg#rank-1000` shows that of rank 1,000.
struct ForecastCharts {
    let report: ForecastReport

    var svg: [UInt8] {
        let charts = ChartedBorder.all(of: report).enumerated().map { place, border in
            let top = place * BorderChart.height
            return """
                <view id="rank-\(border.rank)" viewBox="0 \(top) \(BorderChart.width) \(BorderChart.height)"/>
                <svg y="\(top)" width="\(BorderChart.width)" height="\(BorderChart.height)">
                \(BorderChart(border: border, report: report).content)</svg>

                """
        }
        let height = max(1, charts.count) * BorderChart.height
        return Array((head(height: height) + charts.joined() + "</svg>\n").utf8)
    }

    /// Colours are attributes, so that charts show under a policy that forbids styles; the style only adapts them to a
    /// dark surface.
    private func head(height: Int) -> String {
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(BorderChart.width) \(height)" \
        font-family="system-ui, sans-serif" font-size="11">
        <style>@media (prefers-color-scheme: dark) { .surface { fill: #171b21 } .grid { stroke: #2c333c } \
        .text { fill: #a8b3bf } .line { stroke: #79b0ff } .dot, .outer, .inner { fill: #79b0ff } }</style>

        """
    }
}
