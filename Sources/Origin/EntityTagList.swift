/// The fields `If-Match` and `If-None-Match`, RFC 9110, 13.1.1 and 13.1.2.
enum EntityTagList: Equatable {
    /// `*`: whatever there is.
    case any
    case tags([EntityTag])

    /// More is no client's cache but an attack.
    private static let mostTags = 64

    /// Reads what is well-formed up to the first thing that is not.
    init(_ field: String) {
        if Substring(field).trimmed == "*" {
            self = .any
            return
        }
        var tags: [EntityTag] = []
        var rest = field[...]
        while tags.count < Self.mostTags {
            rest = rest.drop { $0 == " " || $0 == "\t" || $0 == "," }
            guard let tag = EntityTag(readingFrom: &rest) else { break }
            tags.append(tag)
        }
        self = .tags(tags)
    }

    /// Whether one of them is the strong tag, or the weak form of it: enough to know that a cache is fresh.
    func matchesWeakly(_ tag: String) -> Bool {
        switch self {
        case .any: true
        case .tags(let tags): tags.contains { $0.opaque == tag }
        }
    }

    /// Whether one of them is the strong tag itself: the same bytes.
    func matchesStrongly(_ tag: String) -> Bool {
        switch self {
        case .any: true
        case .tags(let tags): tags.contains { !$0.isWeak && $0.opaque == tag }
        }
    }
}
