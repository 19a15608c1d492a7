/// A list of scores of one's own as it is now.
package struct HouseStanding: Codable, Hashable, Sendable {
    /// A player's place on the list.
    package struct Row: Codable, Hashable, Sendable {
        package let rank: Int
        package let player: String
        package let name: String
        package let score: Int64

        package init(rank: Int, player: String, name: String, score: Int64) {
            self.rank = rank
            self.player = player
            self.name = name
            self.score = score
        }
    }

    /// The score of whoever holds a rank.
    package struct Border: Codable, Hashable, Sendable {
        package let rank: Int
        package let score: Int64

        package init(rank: Int, score: Int64) {
            self.rank = rank
            self.score = score
        }
    }

    /// Best first, at most `HouseUpstream.entries`.
    package let rows: [Row]
    /// By rank, those of `HouseUpstream.borders` that somebody holds.
    package let borders: [Border]

    package init(rows: [Row], borders: [Border]) {
        self.rows = rows
        self.borders = borders
    }
}
