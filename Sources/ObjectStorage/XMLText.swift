/// The few questions asked of a service's XML: elements without attributes, whose names are known.
enum XMLText {
    /// What stands within each element of that name, in order; elements of one name do not nest.
    static func contents(of name: String, in text: Substring) -> [Substring] {
        text.split(separator: "<\(name)>", omittingEmptySubsequences: false).dropFirst().compactMap { rest in
            rest.firstRange(of: "</\(name)>").map { rest[..<$0.lowerBound] }
        }
    }

    /// The text of the first element of that name, its entities resolved; nil where there is none.
    static func text(of name: String, in text: Substring) -> String? {
        contents(of: name, in: text).first.map(unescaped)
    }

    private static func unescaped(_ text: Substring) -> String {
        guard text.contains("&") else { return String(text) }
        let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&apos;", "'")]
        // The ampersand last, or `&amp;lt;` would turn into a bracket.
        return (entities + [("&amp;", "&")]).reduce(String(text)) { $0.replacing($1.0, with: $1.1) }
    }
}
