import Rankings

/// `forecast/<hash>.json`: one forecast in full, and the course of each border until it was made.
struct ForecastDocument: Sendable {
    static let version = 1

    /// Named by the hash of `bytes`.
    let hash: String
    let bytes: [UInt8]

    init(report: ForecastReport) {
        bytes = Self.bytes(of: report)
        hash = ContentHash.of(bytes)
    }

    private static func bytes(of report: ForecastReport) -> [UInt8] {
        JSONWriter.document(capacity: expectedBytes) { writer in
            writer.field("v", version)
            writer.field("board", report.board.id.description)
            writer.field("made", report.forecast.madeAt.unixSeconds)
            writer.field("model", report.forecast.model)
            writer.field("absence", report.forecast.absence?.rawValue)
            writer.field("starts", report.board.times.starts.unixSeconds)
            writer.field("ends", report.board.times.ends.unixSeconds)
            writer.field("scale", report.board.rules.scale)
            writer.column("levels_percent", Quantiles.levels.map { Int64(($0 * 100).rounded()) })
            writer.arrayField("borders") { writer in
                for border in ChartedBorder.all(of: report) { write(border, to: &writer) }
            }
        }
    }

    private static func write(_ border: ChartedBorder, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("rank", border.rank)
            writer.field("now", border.now)
            writer.name("final")
            if let final = border.final {
                writer.array { $0.numbers(final.values.map { $0 }) }
            } else {
                writer.null()
            }
            writer.objectField("course") { writer in
                writer.field("from", border.course.first?.slot.unixSeconds)
                writer.column("minutes", Differences.of(border.course.map(\.slot.unixMinute)).dropFirst().map { $0 })
                writer.column("scores", Differences.of(border.course.map(\.score)).map { $0 })
            }
        }
    }

    /// Twenty borders with eight days of hours, in bytes.
    private static let expectedBytes = 40_000
}
