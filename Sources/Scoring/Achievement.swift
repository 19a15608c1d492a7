/// A score that is worth a word.
package struct Achievement: Hashable, Sendable {
    /// The same characters as in published paths; unique on its board.
    package let name: String
    package let title: String
    /// In 1/scale points: reached by a score as good as it.
    package let score: Int64

    package init(name: String, title: String, score: Int64) {
        self.name = name
        self.title = title
        self.score = score
    }
}
