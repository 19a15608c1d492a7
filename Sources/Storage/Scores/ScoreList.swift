package import Scoring

/// A board's list of one version of its rules and one period.
package struct ScoreList: Hashable, Sendable {
    package let board: HouseBoard
    package let period: String
    let number: Int64
}
