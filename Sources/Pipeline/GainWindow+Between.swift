import Publisher
import Rankings

extension GainWindow {
    /// What was gained between two standings.
    ///
    /// - Parameter startedWithin: the board began inside the window, so that everybody began it with nothing.
    init(hours: Int, from past: Standing, to present: Standing, coverage: Coverage, startedWithin: Bool) {
        let players = Dictionary(past.entries.map { ($0.player, $0.score) }) { first, _ in first }
        let borders = Dictionary(past.borders.map { ($0.rank, $0.score) }) { first, _ in first }
        var playerGains: [Pseudonym: Int64] = [:]
        for entry in present.entries {
            guard let before = startedWithin ? 0 : players[entry.player] else { continue }
            playerGains[entry.player] = entry.score - before
        }
        var borderGains: [Int: Int64] = [:]
        for border in present.borders {
            guard let before = startedWithin ? 0 : borders[border.rank] else { continue }
            borderGains[border.rank] = border.score - before
        }
        self.init(hours: hours, coverage: coverage, players: playerGains, borders: borderGains)
    }
}
