/// The score seen at one rank of a board at one time, as a line of `borders.csv.gz` holds it.
package struct RecordedObservation: Hashable, Sendable {
    package let rank: Int
    /// Seconds since 1970.
    package let at: Int64
    package let score: Int64

    package init(rank: Int, at: Int64, score: Int64) {
        self.rank = rank
        self.at = at
        self.score = score
    }
}
