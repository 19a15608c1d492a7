import Compression
import Publisher

/// What each file of an edition costs to render and to compress.
enum Rendering {
    private static let runs = 50

    static func run(_ workshop: Workshop) async throws {
        let edition = BenchEdition(board: 6, minute: 5_000).edition(forecast: nil)
        let renderer = try PageRenderer(templates: "Templates")
        report("rendering: latest.json \(time { LatestDocument(edition: edition).bytes }.line)")
        report("rendering: index.html \(try time { try renderer.boardPage(edition) }.line)")
        let files = try EditionFiles.make(edition, renderer: renderer)
        for file in files.dependencies + files.roots {
            for quality: Int32 in [5, 9, 11] {
                var size = 0
                let sample = try time { size = try Brotli.compress(file.bytes, quality: quality).count }
                report("compression: \(file.path) \(file.bytes.count) B, brotli \(quality): \(size) B, \(sample.line)")
            }
            var size = 0
            let sample = try time { size = try Gzip.compress(file.bytes, level: 9).count }
            report("compression: \(file.path) \(file.bytes.count) B, gzip 9: \(size) B, \(sample.line)")
        }
    }

    private static func time(_ work: () throws -> some Any) rethrows -> Sample {
        var durations: [Duration] = []
        for _ in 0..<runs {
            let start = ContinuousClock.now
            _ = try work()
            durations.append(ContinuousClock.now - start)
        }
        return Sample(durations)
    }
}
