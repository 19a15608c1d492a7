/// Looks for mistakes in a template that rendering would pass over in silence.
struct TemplateCheck {
    /// The template's file, for messages.
    let path: String
    /// The names of the templates it may include.
    let parts: Set<String>

    func check(_ source: String) throws(PublisherError) {
        for (index, line) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            for tag in tags(in: line) { try check(tag, line: index + 1) }
        }
    }

    /// What stands between `{{` and `}}` on the line, without spaces around it.
    private func tags(in line: Substring) -> [Substring] {
        var tags: [Substring] = []
        var rest = line
        while let open = rest.firstRange(of: "{{") {
            rest = rest[open.upperBound...]
            guard let close = rest.firstRange(of: "}}") else { break }
            tags.append(rest[..<close.lowerBound])
            rest = rest[close.upperBound...]
        }
        return tags
    }

    private func check(_ tag: Substring, line: Int) throws(PublisherError) {
        var name = tag.drop { $0 == " " }
        guard let sign = name.first else { throw mistake("an empty tag", line) }
        switch sign {
        case "!": return
        case "{", "&": throw mistake("prints text unescaped; only {{name}} is allowed", line)
        case "#", "^", "/", ">": name = name.dropFirst()
        default: break
        }
        while name.first == " " { name = name.dropFirst() }
        while name.last == " " { name = name.dropLast() }
        if sign == ">" {
            guard parts.contains(String(name)) else { throw mistake("no template \"\(name)\" to include", line) }
        } else if PageKey(rawValue: String(name)) == nil && name != "." {
            throw mistake("unknown name \"\(name)\"", line)
        }
    }

    private func mistake(_ problem: String, _ line: Int) -> PublisherError {
        PublisherError(.template, item: "\(path):\(line)", problem: problem)
    }
}
