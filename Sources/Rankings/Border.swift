/// The score at one rank far below the top.
package struct Border: Hashable, Sendable {
    package let rank: Int
    package let score: Int64

    package init(rank: Int, score: Int64) {
        self.rank = rank
        self.score = score
    }
}
