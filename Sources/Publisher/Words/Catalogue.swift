import FoundationEssentials

/// The words of one language by key: `Templates/words/<language>.json`. In `{braces}` stands what is filled in.
struct Catalogue: Sendable {
    let language: Language
    /// By key; every `WordKey` is there.
    let texts: [String: String]

    /// - Throws: where the file cannot be read, is no object of texts, or lacks what the program says.
    init(language: Language, path: String) throws(PublisherError) {
        let bytes = try FileSystem.read(path)
        do {
            texts = try JSONDecoder().decode([String: String].self, from: Data(bytes))
        } catch {
            throw PublisherError(.template, item: path, problem: "is no object of texts", underlying: error)
        }
        self.language = language
        for key in WordKey.allCases where texts[key.rawValue] == nil {
            throw PublisherError(.template, item: path, problem: "lacks \"\(key.rawValue)\"")
        }
    }

    /// The words of a key with values in place of `{names}`.
    subscript(_ key: WordKey, _ values: KeyValuePairs<String, String> = [:]) -> String {
        guard let text = texts[key.rawValue] else { preconditionFailure("every key was looked for when it was loaded") }
        guard !values.isEmpty else { return text }
        return Self.fill(text) { name in values.first { $0.key == name }?.value } ?? text
    }

    /// The text with every `{name}` replaced; nil where a name has no value, or a brace does not close.
    static func fill(_ text: String, _ value: (Substring) -> String?) -> String? {
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            result += rest[..<open]
            guard let close = rest[open...].firstIndex(of: "}"),
                let filled = value(rest[rest.index(after: open)..<close])
            else { return nil }
            result += filled
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    /// The names in braces, each once.
    static func names(in text: String) -> Set<String> {
        // Before the first brace stands no name, though it may be nothing.
        let parts = text.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
        return Set(parts.map { String($0.prefix { $0 != "}" }) })
    }
}
