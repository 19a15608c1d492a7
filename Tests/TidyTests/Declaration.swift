/// A declaration found in a file.
struct Declaration {
    /// `struct`, `func`, `init`, `extension`, …
    let keyword: String
    /// Empty for initialisers and the like; an operator's characters for operators.
    let name: String
    /// Words before the keyword, such as `package` and `static`; attributes left out.
    let modifiers: Set<String>
    let firstLine: Int
    /// The line of the closing brace; the first line where there is no body.
    let lastLine: Int
    let hasBody: Bool
    /// Braces open around it.
    let depth: Int
    /// A `///` stands directly before it.
    let isDocumented: Bool
    /// It is declared in an extension that adds a conformance, so that the protocol says what it is.
    let isConformance: Bool
    /// It stands in a protocol.
    let isRequirement: Bool

    static let typeKeywords: Set<String> = ["struct", "enum", "class", "actor", "protocol"]
    static let functionKeywords: Set<String> = ["func", "init", "deinit", "subscript"]

    var isType: Bool { Self.typeKeywords.contains(keyword) }
    var isFunction: Bool { Self.functionKeywords.contains(keyword) }
    var isOperator: Bool { keyword == "func" && !(name.first.map { $0.isLetter || $0 == "_" || $0 == "`" } ?? false) }
    var lineCount: Int { lastLine - firstLine + 1 }
}
