/// The field `If-None-Match`, RFC 9110, 13.1.2.
enum EntityTagList: Equatable {
    /// `*`: whatever there is.
    case any
    /// The opaque parts in their quotes, without `W/`: the comparison is weak.
    case tags([String])

    /// More is no client's cache but an attack.
    private static let mostTags = 64

    /// Reads what is well-formed up to the first thing that is not.
    init(_ field: String) {
        if Substring(field).trimmed == "*" {
            self = .any
            return
        }
        var tags: [String] = []
        var rest = field[...]
        while tags.count < Self.mostTags {
            rest = rest.drop { $0 == " " || $0 == "\t" || $0 == "," }
            if rest.hasPrefix("W/") { rest = rest.dropFirst(2) }
            guard rest.first == "\"", let end = rest.dropFirst().firstIndex(of: "\"") else { break }
            tags.append(String(rest[rest.startIndex...end]))
            rest = rest[rest.index(after: end)...]
        }
        self = .tags(tags)
    }

    /// - Parameter tag: a strong tag with its quotes.
    func matches(_ tag: String) -> Bool {
        switch self {
        case .any: true
        case .tags(let tags): tags.contains(tag)
        }
    }
}
