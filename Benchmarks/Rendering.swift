import Compression
import Publisher
import Rankings

/// What each file of an edition costs to render and to compress.
enum Rendering {
    private static let runs = 50

    static func run(_ workshop: Workshop) async throws {
        let edition = edition()
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

    private static func edition() -> Edition {
        let board = BenchBoard(name: "bench-6")
        let reading = board.reading(minute: 5_000)
        let slot = reading.slot
        let entries = (reading.entries ?? []).enumerated().map { place, entry in
            StandingEntry(
                rank: entry.rank, player: Pseudonym(value: UInt64(place) &* 0x9E37_79B9_7F4A_7C15), name: entry.name,
                score: entry.score, scoredAt: slot - place % 7)
        }
        let borders = (reading.borders ?? []).map { StandingBorder(rank: $0.rank, score: $0.score, scoredAt: slot) }
        let windows = [1, 3, 24].map { hours in
            GainWindow(
                hours: hours, coverage: Coverage(seen: hours * 60, planned: hours * 60),
                players: Dictionary(entries.map { ($0.player, $0.score / 80 * Int64(hours)) }) { first, _ in first },
                borders: Dictionary(borders.map { ($0.rank, $0.score / 80 * Int64(hours)) }) { first, _ in first })
        }
        return Edition(
            event: board.event, board: board.board, phase: .running,
            standing: Standing(
                board: board.board.id, slot: slot, asOf: slot, entries: entries, borders: borders, isFinal: false),
            outcome: SlotOutcome(slot: slot, outcome: .changed, latency: .milliseconds(300)), gains: windows,
            forecast: nil, next: slot + 1)
    }
}
