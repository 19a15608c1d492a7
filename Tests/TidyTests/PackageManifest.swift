/// The targets that `Package.swift` declares, with what each may import of the others.
struct PackageManifest {
    /// Target names in the order of their declaration.
    private(set) var libraries: [String] = []
    private(set) var programs: [String] = []
    private(set) var cLibraries: [String] = []
    /// By target, the words of its dependency list: names of targets, and of constants for outside products.
    private(set) var dependencies: [String: Set<String>] = [:]

    /// Reads `library("Name", […])`, `.executableTarget(name:, dependencies: […])` and `.systemLibrary(name:)`.
    init(_ text: String) {
        let tokens = Lexer.tokens(of: text).filter { !$0.isComment }
        for (index, token) in tokens.enumerated() where token.kind == .word {
            guard let name = Self.firstText(after: index, in: tokens) else { continue }
            switch token.text {
            case "library" where tokens[index + 1].isSymbol("(") && !tokens[index - 1].isWord("func"):
                libraries.append(name)
            case "executableTarget": programs.append(name)
            case "systemLibrary": cLibraries.append(name)
            default: continue
            }
            dependencies[name] = Self.list(after: index, in: tokens)
        }
    }

    var targets: Set<String> { Set(libraries + programs + cLibraries) }

    private static func firstText(after index: Int, in tokens: [Token]) -> String? {
        guard index + 1 < tokens.count, tokens[index + 1].isSymbol("(") else { return nil }
        return tokens[(index + 1)...].prefix(5).first { $0.kind == .string }?.text
    }

    /// The words and texts of the first list in the parentheses that follow.
    private static func list(after index: Int, in tokens: [Token]) -> Set<String> {
        var depth = 0
        var isInList = false
        var found: Set<String> = []
        for token in tokens[(index + 1)...] {
            if token.isSymbol("(") { depth += 1 }
            if token.isSymbol(")") { depth -= 1 }
            if depth == 0 || (isInList && token.isSymbol("]")) { break }
            if token.isSymbol("[") { isInList = true }
            if isInList && (token.kind == .string || token.kind == .word) { found.insert(token.text) }
        }
        return found
    }
}
