package import Rankings
import Rasterizing

/// `forecast/<hash>.png`: the picture that other sites show beside a link to a board. It tells of the board, of up to
/// three borders with their forecast, and of when that was made.
package struct ShareImage: Sendable {
    /// What Open Graph's readers expect, in pixels.
    static let width = 1200
    static let height = 630
    /// Borders that have room.
    static let borders = 3

    private let report: ForecastReport
    private let event: Event
    private let siteTitle: String
    private let game: String
    private let featured: [Int]

    /// - Parameters:
    ///   - game: what the game is called.
    ///   - featured: ranks that are shown first, where they are known.
    package init(_ report: ForecastReport, of event: Event, siteTitle: String, game: String, featured: [Int]) {
        self.report = report
        self.event = event
        self.siteTitle = siteTitle
        self.game = game
        self.featured = featured
    }

    /// Draws the picture; some tens of milliseconds of a processor.
    ///
    /// - Parameter document: the hash of the forecast's document, whose name it bears.
    package func file(document: String) throws(PublisherError) -> OutputFile {
        let path = OutputPath.shareImage(of: report.board.id, hash: document)
        do {
            return OutputFile(
                path: path, bytes: try Rasterizer.png(svg: svg, width: Self.width, height: Self.height),
                kind: .immutable, contentType: .png)
        } catch {
            throw PublisherError(.drawing, item: path, problem: "cannot be drawn", underlying: error)
        }
    }

    /// The drawing. The same report gives the same bytes.
    var svg: [UInt8] {
        let title = ShareText.lines(
            event.name, width: Self.inner, size: Self.titleSize, isBold: true, atMost: Self.titleLines)
        let below = Self.titleTop + title.count * Self.titleSize
        var parts = [head]
        for (line, text) in title.enumerated() {
            parts.append(
                Self.text(
                    text, x: Self.margin, y: Self.titleTop + line * Self.titleSize, size: Self.titleSize,
                    fill: "#ffffff",
                    isBold: true))
        }
        parts.append(
            Self.text(
                ShareText.line(report.board.title, width: Self.inner, size: 32), x: Self.margin, y: below - 6, size: 32,
                fill: Self.muted))
        for (place, border) in shown.enumerated() { parts.append(card(border, place: place)) }
        parts.append(foot)
        return Array((parts.joined() + "</svg>\n").utf8)
    }

    /// Those that are featured, then those with a forecast, then the others; by rank.
    private var shown: [ChartedBorder] {
        let all = ChartedBorder.all(of: report).filter { $0.now != nil || $0.final != nil }
        let ordered =
            all.filter { featured.contains($0.rank) } + all.filter { !featured.contains($0.rank) && $0.final != nil }
            + all.filter { !featured.contains($0.rank) && $0.final == nil }
        return ordered.prefix(Self.borders).sorted { $0.rank < $1.rank }
    }

    private var head: String {
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.width) \(Self.height)" \
        font-family="'Noto Sans', 'DejaVu Sans', 'Noto Sans CJK JP', sans-serif">
        <rect width="\(Self.width)" height="\(Self.height)" fill="#0f1724"/>
        <rect width="\(Self.width)" height="8" fill="#1f5fbf"/>
        <g transform="translate(\(Self.margin) 52) scale(2)"><rect width="24" height="24" rx="6" fill="#1f5fbf"/>\
        <path d="M4 17c5 0 5-4 8-6s4-4 8-4" fill="none" stroke="#fff" stroke-width="2.4" stroke-linecap="round"/>\
        <path d="M4 20h16" stroke="#fff" stroke-opacity=".6" stroke-width="1.6" stroke-dasharray="2.4 2.4"/></g>

        """
            + Self.text(
                ShareText.line(siteTitle, width: 640, size: 30), x: 128, y: 86, size: 30, fill: "#e7ebef")
            + Self.text(
                ShareText.line(game, width: 360, size: 26), x: Self.right, y: 86, size: 26, fill: Self.muted,
                isEnd: true)
    }

    private func card(_ border: ChartedBorder, place: Int) -> String {
        let divisor = Double(report.board.rules.scale)
        func short(_ score: Int64) -> String { Wording.short(Double(score) / divisor) }
        let now = border.now.map { "now \(short($0))" }
        var texts = [
            Self.text("Rank \(Wording.number(Int64(border.rank)))", x: 24, y: 42, size: 24, fill: Self.muted)
        ]
        if let final = border.final {
            let band = final.band80
            texts += [
                Self.text(now ?? "", x: Self.cardWidth - 24, y: 42, size: 24, fill: Self.muted, isEnd: true),
                Self.text(short(final.median), x: 24, y: 112, size: 64, fill: "#ffffff", isBold: true),
                Self.text(
                    Wording.range(Double(band.lowerBound) / divisor, Double(band.upperBound) / divisor), x: 24, y: 158,
                    size: 24, fill: "#79b0ff"),
            ]
        } else {
            texts += [
                Self.text(border.now.map(short) ?? "", x: 24, y: 112, size: 64, fill: "#ffffff", isBold: true),
                Self.text("so far", x: 24, y: 158, size: 24, fill: Self.muted),
            ]
        }
        let left = Self.margin + place * (Self.cardWidth + Self.gap)
        return """
            <g transform="translate(\(left) 344)"><rect width="\(Self.cardWidth)" height="186" rx="16" fill="#1b2638"/>
            \(texts.joined())</g>

            """
    }

    private var foot: String {
        let (made, ends) = (CivilTime(report.forecast.madeAt.start), CivilTime(report.board.times.ends))
        let isOver = report.forecast.madeAt.start >= report.board.times.ends
        let what = report.forecast.absence == nil ? "Forecast of" : "As of"
        return Self.text(
            "\(what) \(made.date), \(made.clock) UTC", x: Self.margin, y: 586, size: 26, fill: Self.muted)
            + Self.text(
                "\(isOver ? "ended" : "ends") \(ends.shortDate), \(ends.clock) UTC", x: Self.right, y: 586, size: 26,
                fill: Self.muted, isEnd: true)
    }

    private static let margin = 60
    private static let right = width - margin
    private static let inner = width - 2 * margin
    private static let gap = 24
    private static let cardWidth = (inner - (borders - 1) * gap) / borders
    private static let titleTop = 186
    private static let titleSize = 58
    private static let titleLines = 2
    private static let muted = "#a8b3bf"

    private static func text(
        _ text: String, x: Int, y: Int, size: Int, fill: String, isBold: Bool = false, isEnd: Bool = false
    ) -> String {
        "<text x=\"\(x)\" y=\"\(y)\" font-size=\"\(size)\" fill=\"\(fill)\"\(isBold ? " font-weight=\"700\"" : "")"
            + "\(isEnd ? " text-anchor=\"end\"" : "")>\(ShareText.escaped(text))</text>\n"
    }
}
