extension FaultKind {
    /// The share of the rows a fault touches, at least one of them.
    private static let touchedShare = 0.08
    /// Rows below which nothing is touched: a board that has just begun.
    private static let fewestRows = 4

    /// What the fault makes of the rows of one board; the rows as they are for one that touches none.
    ///
    /// - Parameters:
    ///   - rows: by rank, scores in order.
    ///   - isBorders: their ranks say where they stand, so that a row cannot move to another place.
    func rows(_ rows: [RankedPlayer], isBorders: Bool, draw: inout SeededRandom) -> [RankedPlayer] {
        switch self {
        case .half: return Array(rows.prefix(rows.count / 2))
        case .noRows: return []
        case .noBorders: return isBorders ? [] : rows
        case .duplicateRanks: return rows.prefix(1) + rows
        case .hostileNames: return rows.enumerated().map { $1.named(Self.hostile[$0 % Self.hostile.count]) }
        default: break
        }
        if rows.count < Self.fewestRows { return rows }
        let touched = Self.some(of: rows.count, draw: &draw)
        switch self {
        case .absent:
            let left = rows.indices.filter { !touched.contains($0) }.map { rows[$0] }
            return isBorders ? left : Self.ranked(left, as: rows)
        case .lowered: return lowered(rows, touched, isBorders: isBorders, draw: &draw)
        case .tied: return tied(rows, touched, isBorders: isBorders, draw: &draw)
        case .renamed:
            return rows.enumerated().map { place, row in
                touched.contains(place) ? row.named(PlayerNames.name(for: draw.next())) : row
            }
        default: return rows
        }
    }

    /// Names that are no names: markup, controls, direction marks, separators, a lone combining mark, half an emoji.
    private static let hostile = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "{{name}}", "a\u{202E}b\u{2066}c",
        "\u{0}\u{7}\r\n",
        "\u{301}", "\u{2028}\u{2029}", "'; DROP TABLE slot; --", "\u{200D}\u{FE0F}", "",
    ]

    private func lowered(
        _ rows: [RankedPlayer], _ touched: Set<Int>, isBorders: Bool, draw: inout SeededRandom
    ) -> [RankedPlayer] {
        var changed = rows
        for place in touched.sorted() {
            // A border goes no lower than the one below it; a player goes where the score leads.
            let least = isBorders ? (place + 1 < rows.count ? rows[place + 1].score : 0) : rows[place].score * 9 / 10
            let fall = Int64(draw.unit() * Double(rows[place].score - least))
            changed[place] = rows[place].scoring(rows[place].score - max(fall, min(1, rows[place].score - least)))
        }
        if isBorders { return changed }
        let places = changed.indices.sorted { (changed[$1].score, $0) < (changed[$0].score, $1) }
        return Self.ranked(places.map { changed[$0] }, as: rows)
    }

    private func tied(
        _ rows: [RankedPlayer], _ touched: Set<Int>, isBorders: Bool, draw: inout SeededRandom
    ) -> [RankedPlayer] {
        var changed = rows
        for place in touched.sorted() where place + 1 < rows.count {
            changed[place + 1] = changed[place + 1].scoring(changed[place].score)
            if !isBorders && draw.happens(0.5) { changed.swapAt(place, place + 1) }
        }
        return isBorders ? changed : Self.ranked(changed, as: rows)
    }

    private static func some(of count: Int, draw: inout SeededRandom) -> Set<Int> {
        let wanted = max(1, Int(Double(count) * touchedShare))
        // The last place has nobody below it to be tied with.
        return Set((0..<wanted).map { _ in Int(draw.next() % UInt64(count - 1)) })
    }

    /// The rows in this order at the ranks of the others.
    private static func ranked(_ rows: [RankedPlayer], as others: [RankedPlayer]) -> [RankedPlayer] {
        zip(rows, others).map { row, other in
            RankedPlayer(rank: other.rank, player: row.player, name: row.name, score: row.score)
        }
    }
}

extension RankedPlayer {
    fileprivate func scoring(_ score: Int64) -> Self { Self(rank: rank, player: player, name: name, score: score) }
    fileprivate func named(_ name: String) -> Self { Self(rank: rank, player: player, name: name, score: score) }
}
