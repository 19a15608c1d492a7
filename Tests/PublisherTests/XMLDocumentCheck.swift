/// Whether a text is well-formed XML as far as charts use it: every element closes in order, attributes are quoted.
enum XMLDocumentCheck {
    struct Malformed: Error { let tag: String }

    static func isWellFormed(_ text: String) throws -> Bool {
        var open: [String] = []
        for part in text.split(separator: "<").dropFirst(text.hasPrefix("<") ? 0 : 1) {
            guard let end = part.lastIndex(of: ">") else { throw Malformed(tag: String(part)) }
            let tag = part[..<end]
            let name = String(tag.prefix { $0 != " " && $0 != "/" })
            guard tag.filter({ $0 == "\"" }).count.isMultiple(of: 2) else { throw Malformed(tag: String(tag)) }
            if tag.hasPrefix("/") {
                guard open.popLast() == String(tag.dropFirst()) else { throw Malformed(tag: String(tag)) }
            } else if !tag.hasSuffix("/") {
                open.append(name)
            }
        }
        return open.isEmpty
    }
}
