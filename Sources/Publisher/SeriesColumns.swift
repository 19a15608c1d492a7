import Rankings

/// The scores of everyone on a board, and of its borders, at regular slots: what charts are drawn from. The format is
/// in `Docs/editions.md`.
struct SeriesColumns: Sendable {
    /// One for each sample, oldest first.
    let samples: [Standing]

    func write(to writer: inout JSONWriter) {
        writer.field("from", samples.first?.slot.unixSeconds)
        writer.column("lag", samples.map { sample in sample.asOf.map { Int64(sample.slot - $0) } })
        writer.objectField("entries") { writer in
            let scores = columns { $0.entries.map { ($0.player, $0.score) } }
            writer.arrayField("player") { writer in
                for player in scores.keys { writer.string(player.description) }
            }
            write(scores.columns, to: &writer)
        }
        writer.objectField("borders") { writer in
            let scores = columns { $0.borders.map { ($0.rank, $0.score) } }
            writer.column("rank", scores.keys.map(Int64.init))
            write(scores.columns, to: &writer)
        }
    }

    private func write(_ columns: [[Int64?]], to writer: inout JSONWriter) {
        writer.arrayField("score") { writer in
            for column in columns { writer.array { $0.numbers(Self.steps(of: column)) } }
        }
    }

    /// A column of scores, one for each sample, for each key that any sample has, by key.
    private func columns<Key: Hashable & Comparable>(
        _ rows: (Standing) -> [(Key, Int64)]
    ) -> (keys: [Key], columns: [[Int64?]]) {
        var columns: [Key: [Int64?]] = [:]
        for (place, sample) in samples.enumerated() {
            for (key, score) in rows(sample) {
                columns[key, default: Array(repeating: nil, count: samples.count)][place] = score
            }
        }
        let keys = columns.keys.sorted()
        return (keys, keys.map { columns[$0, default: []] })
    }

    /// The first value as it is, then what each adds to the one before; nil stays nil and is passed over.
    private static func steps(of scores: [Int64?]) -> [Int64?] {
        var previous: Int64 = 0
        return scores.map { score in
            guard let score else { return nil }
            defer { previous = score }
            return score - previous
        }
    }
}
