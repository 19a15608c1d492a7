/// How a player's rank moved within the hour.
enum Climb: Hashable {
    /// Places gained; negative where they were lost.
    case by(Int)
    /// Came to the board within the hour.
    case new
    /// Nobody knows: the board was not seen an hour ago, or began since.
    case unknown

    /// - Parameters:
    ///   - rank: what it was an hour ago; nil where the player was not on the board then.
    ///   - wereOthersRanked: whether anybody who is on the board was then.
    init(from rank: Int?, to present: Int, wereOthersRanked: Bool) {
        self = rank.map { .by($0 - present) } ?? (wereOthersRanked ? .new : .unknown)
    }

    /// `▲2`, `▼1`, `new`; empty where nothing moved.
    func words(in catalogue: Catalogue) -> String {
        switch self {
        case .by(let places) where places > 0: "▲\(places)"
        case .by(let places) where places < 0: "▼\(-places)"
        case .by, .unknown: ""
        case .new: catalogue[.new]
        }
    }

    /// The class of the cell, after a space.
    var style: String {
        switch self {
        case .by(let places): places > 0 ? " up" : places < 0 ? " down" : ""
        case .new: " new"
        case .unknown: ""
        }
    }
}
