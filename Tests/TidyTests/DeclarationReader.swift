/// Finds types, extensions, functions and computed properties in tokens, by braces and keywords.
struct DeclarationReader {
    private static let modifiers: Set<String> = [
        "package", "public", "open", "private", "fileprivate", "internal", "final", "static", "class", "mutating",
        "nonmutating", "nonisolated", "override", "required", "convenience", "indirect", "lazy", "weak", "consuming",
        "borrowing", "isolated", "unowned", "prefix", "postfix",
    ]
    private static let keywords: Set<String> = Declaration.typeKeywords
        .union(Declaration.functionKeywords).union(["extension", "var"])

    private let tokens: [Token]
    /// For each opening brace the index of its closing one.
    private let closing: [Int: Int]

    private init(_ tokens: [Token]) {
        self.tokens = tokens
        var closing: [Int: Int] = [:]
        var open: [Int] = []
        for (index, token) in tokens.enumerated() {
            if token.isSymbol("{") { open.append(index) }
            if token.isSymbol("}"), let start = open.popLast() { closing[start] = index }
        }
        self.closing = closing
    }

    static func declarations(in tokens: [Token]) -> [Declaration] { DeclarationReader(tokens).read() }

    private func read() -> [Declaration] {
        var found: [Declaration] = []
        var depth = 0
        var conformanceEnds: [Int] = []
        var protocolEnds: [Int] = []
        for (index, token) in tokens.enumerated() {
            if token.isSymbol("{") { depth += 1 }
            if token.isSymbol("}") { depth -= 1 }
            conformanceEnds.removeAll { $0 <= index }
            protocolEnds.removeAll { $0 <= index }
            guard isDeclaration(at: index) else { continue }
            let start = startOfModifiers(before: index)
            let body = bodyStart(after: index)
            let end = body.flatMap { closing[$0] }
            if token.text == "var" && body == nil { continue }
            found.append(
                Declaration(
                    keyword: token.text, name: name(after: index),
                    modifiers: Set(tokens[start..<index].filter { $0.kind == .word }.map(\.text)),
                    firstLine: tokens[start].line, lastLine: end.map { tokens[$0].line } ?? token.line,
                    hasBody: body != nil, depth: depth,
                    isDocumented: start > 0 && tokens[start - 1].kind == .documentation,
                    isConformance: !conformanceEnds.isEmpty, isRequirement: !protocolEnds.isEmpty))
            if token.text == "protocol", let end { protocolEnds.append(end) }
            if token.text == "extension", let body, let end, tokens[index..<body].contains(where: { $0.isSymbol(":") })
            {
                conformanceEnds.append(end)
            }
        }
        return found
    }

    private func isDeclaration(at index: Int) -> Bool {
        let token = tokens[index]
        guard token.kind == .word, Self.keywords.contains(token.text), index + 1 < tokens.count else { return false }
        if index > 0, tokens[index - 1].isSymbol(".") { return false }
        let next = tokens[index + 1]
        switch token.text {
        case "init": return next.isSymbol("(") || next.isSymbol("<") || next.isSymbol("?")
        case "deinit": return next.isSymbol("{")
        case "subscript": return next.isSymbol("(") || next.isSymbol("<")
        case "func": return true
        case "var", "extension": return next.kind == .word
        default: return next.kind == .word && next.text.first?.isUppercase == true
        }
    }

    private func name(after index: Int) -> String {
        let next = tokens[index + 1]
        if next.kind == .word { return next.text }
        guard tokens[index].text == "func" else { return "" }
        return tokens[(index + 1)...].prefix { $0.kind == .symbol && !$0.isSymbol("(") }.map(\.text).joined()
    }

    /// The index of the first modifier or attribute that belongs to the keyword.
    private func startOfModifiers(before index: Int) -> Int {
        var start = index
        while start > 0 {
            let previous = tokens[start - 1]
            if previous.kind == .word, Self.modifiers.contains(previous.text) {
                start -= 1
            } else if previous.kind == .word, start > 1, tokens[start - 2].isSymbol("@") {
                start -= 2
            } else if previous.isSymbol(")"), let head = headOfArguments(endingAt: start - 1) {
                start = head
            } else {
                break
            }
        }
        return start
    }

    /// Where `private(set)` or `@attribute(…)` starts, given its last parenthesis; nil for anything else.
    private func headOfArguments(endingAt end: Int) -> Int? {
        var depth = 0
        for index in stride(from: end, through: 0, by: -1) {
            if tokens[index].isSymbol(")") { depth += 1 }
            if tokens[index].isSymbol("(") { depth -= 1 }
            guard depth == 0 else { continue }
            guard index > 0, tokens[index - 1].kind == .word else { return nil }
            if index > 1, tokens[index - 2].isSymbol("@") { return index - 2 }
            return Self.modifiers.contains(tokens[index - 1].text) ? index - 1 : nil
        }
        return nil
    }

    /// The brace that opens the body; nil where the declaration ends without one.
    private func bodyStart(after index: Int) -> Int? {
        var depth = 0
        var cursor = index + 1
        while cursor < tokens.count {
            let token = tokens[cursor]
            if token.isSymbol("(") || token.isSymbol("[") { depth += 1 }
            if token.isSymbol(")") || token.isSymbol("]") { depth -= 1 }
            if depth == 0 {
                if token.isSymbol("{") { return cursor }
                if token.isSymbol("}") || token.isSymbol(";") { return nil }
                if tokens[index].text == "var" {
                    if token.isSymbol("=") || token.line > tokens[cursor - 1].line { return nil }
                } else if token.line > tokens[cursor - 1].line, startsAnother(token) {
                    return nil
                }
            }
            cursor += 1
        }
        return nil
    }

    private func startsAnother(_ token: Token) -> Bool {
        token.isComment || token.isSymbol("@") || token.isSymbol("#")
            || (token.kind == .word
                && (Self.modifiers.contains(token.text) || Self.keywords.contains(token.text)
                    || ["let", "case", "typealias", "associatedtype"].contains(token.text)))
    }
}
