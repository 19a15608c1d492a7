/// Puts the words of a language into a template: `[[key]]`, or `[[key|name=…|other=…]]` where the words have `{name}`s,
/// each with what stands in its place, markup and tags included.
struct TemplateWords {
    let catalogue: Catalogue
    /// The template's file, for messages.
    let path: String

    func resolve(_ source: String) throws(PublisherError) -> String {
        var lines: [String] = []
        for (index, line) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            var result = ""
            var rest = line
            while let open = rest.firstRange(of: "[[") {
                result += rest[..<open.lowerBound]
                rest = rest[open.upperBound...]
                guard let close = rest.firstRange(of: "]]") else {
                    throw mistake("a \"[[\" that does not close", index)
                }
                result += try words(of: rest[..<close.lowerBound], line: index)
                rest = rest[close.upperBound...]
            }
            lines.append(result + rest)
        }
        return lines.joined(separator: "\n")
    }

    private func words(of token: Substring, line: Int) throws(PublisherError) -> String {
        let parts = token.split(separator: "|", omittingEmptySubsequences: false)
        let key = String(parts[0])
        if key == "code" { return catalogue.language.rawValue }
        if key == "folder" { return catalogue.language.folder }
        guard let text = catalogue.texts[key] else { throw mistake("no words \"\(key)\"", line) }
        var values: [Substring: String] = [:]
        for part in parts.dropFirst() {
            guard let equals = part.firstIndex(of: "=") else { throw mistake("\"\(part)\" without \"=\"", line) }
            values[part[..<equals]] = String(part[part.index(after: equals)...])
        }
        guard Set(values.keys.map(String.init)) == Catalogue.names(in: text),
            let filled = Catalogue.fill(Self.escaped(text), { values[$0] })
        else { throw mistake("\"\(key)\" wants other names: \"\(text)\"", line) }
        return filled
    }

    /// Words are text: they add no markup, in an element or in an attribute.
    private static func escaped(_ text: String) -> String {
        ShareText.escaped(text).split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "&quot;")
    }

    private func mistake(_ problem: String, _ index: Int) -> PublisherError {
        PublisherError(.template, item: "\(path):\(index + 1)", problem: problem)
    }
}
