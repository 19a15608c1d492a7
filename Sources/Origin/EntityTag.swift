/// An entity tag as a client sent it, RFC 9110, 8.8.3.
struct EntityTag: Equatable {
    let isWeak: Bool
    /// With its quotes.
    let opaque: String

    /// Takes the tag off the front of a text; nil where none is there.
    init?(readingFrom rest: inout Substring) {
        isWeak = rest.hasPrefix("W/")
        let quoted = isWeak ? rest.dropFirst(2) : rest
        guard quoted.first == "\"", let end = quoted.dropFirst().firstIndex(of: "\"") else { return nil }
        opaque = String(quoted[quoted.startIndex...end])
        rest = quoted[quoted.index(after: end)...]
    }
}
