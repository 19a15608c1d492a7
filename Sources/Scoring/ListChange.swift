/// What happened to a list under one number.
package enum ListChange: Hashable, Sendable {
    /// A player has another score.
    case score(ScoreChange)
    /// A player whom moderators have hidden has another score: nobody sees it.
    case unseen(Int64)
    /// Players came, went or were renamed by moderators, or scores were computed anew: it is to be read again.
    case revision(Int64)

    package var number: Int64 {
        switch self {
        case .score(let change): change.number
        case .unseen(let number), .revision(let number): number
        }
    }
}
