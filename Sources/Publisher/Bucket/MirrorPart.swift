/// A part of what is published that is brought into a bucket by itself: nothing orders it against another of its kind.
package enum MirrorPart: Hashable, Sendable {
    /// `e/<event>/<board>`, without a slash at the end.
    case board(String)
    /// All that belongs to no board.
    case site

    /// What the paths of a board begin with; nil for the site, whose paths begin with anything else.
    package var folder: String? {
        switch self {
        case .board(let folder): "\(folder)/"
        case .site: nil
        }
    }

    /// The part a path belongs to.
    init(of path: String) {
        let parts = path.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        self = parts.count == 4 && parts[0] == "e" ? .board("e/\(parts[1])/\(parts[2])") : .site
    }
}
