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
            writer.field("caution", report.forecast.caution?.rawValue)
            writer.field("starts", report.board.times.starts.unixSeconds)
            writer.field("ends", report.board.times.ends.unixSeconds)
            writer.field("scale", report.board.rules.scale)
            writer.column("levels_percent", Quantiles.levels.map { Int64(($0 * 100).rounded()) })
            writer.arrayField("borders") { writer in
                for border in ChartedBorder.all(of: report) { write(border, to: &writer) }
            }
            writer.objectField("entries") { writer in
                writer.column("now", report.entries.map(\.now))
                writer.arrayField("final") { writer in
                    for level in Quantiles.levels.indices {
                        writer.array { $0.numbers(report.entries.map { $0.final.values[level] }) }
                    }
                }
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
            writer.field("speed", border.outlook?.speed)
            writer.field("safe_speed", border.outlook?.safeSpeed)
            writer.name("path")
            if let path = border.outlook?.path, let first = path.first {
                write(path, from: first.at, to: &writer)
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

    /// The median and the band of four in five at every step; the last step has those of the final score.
    private static func write(_ path: [BorderOutlook.Step], from start: Instant, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("from", start.unixSeconds)
            writer.field("every", path.count > 1 ? path[1].at.unixSeconds - start.unixSeconds : 0)
            for (name, level) in [("low", 1), ("median", Quantiles.middle), ("high", 5)] {
                writer.column(name, Differences.of(path.map { $0.scores.values[level] }).map { $0 })
            }
        }
    }

    /// Thirty ranks with eight days of hours and their paths, and a hundred entries, in bytes.
    private static let expectedBytes = 80_000
}
