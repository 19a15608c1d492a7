/// One key of the configuration file: the only place that describes it. Reading, defaults and the reference page
/// follow.
package struct ConfigurationKey: Hashable, Sendable {
    /// Sections joined by dots, `[]` for each element of a list: `games[].cadence`.
    package let path: String
    let type: ValueType
    /// The default as one would write it in the file; nil where there is none.
    package let standard: String?
    /// Must be given wherever its section is.
    package let isRequired: Bool
    /// A sentence for the reference page.
    package let meaning: String
    /// A value as one would write it in the file.
    package let example: String

    init(
        _ path: String, _ type: ValueType, standard: String? = nil, isRequired: Bool = false, example: String,
        _ meaning: String
    ) {
        self.path = path
        self.type = type
        self.standard = standard
        self.isRequired = isRequired
        self.example = example
        self.meaning = meaning
    }

    /// The path without its last part; empty at the top.
    var section: String { path.lastIndex(of: ".").map { String(path[..<$0]) } ?? "" }
    /// The last part of the path.
    var name: String { path.lastIndex(of: ".").map { String(path[path.index(after: $0)...]) } ?? path }

    /// The key's row of the table in the reference page.
    package var referenceRow: String {
        let fallback = standard.map { "`\($0)`" } ?? (isRequired ? "required" : "none")
        return "| `\(path)` | \(type.description) | \(fallback) | `\(example)` | \(meaning) |"
    }
}
