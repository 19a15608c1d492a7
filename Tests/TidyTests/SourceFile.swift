import Foundation

/// A Swift file with the target it belongs to.
struct SourceFile {
    enum Area: Sendable, CaseIterable {
        /// Below `Sources`, part of a library.
        case library
        /// Below `Sources`, part of a program.
        case program
        case benchmark
        case test
        case manifest
    }

    /// From the repository's root.
    let path: String
    let target: String
    let area: Area
    let lines: [String]
    let tokens: [Token]
    /// Tokens that are neither comments nor text in quotes.
    let code: [Token]
    let declarations: [Declaration]

    init(path: String, target: String, area: Area, text: String) {
        self.path = path
        self.target = target
        self.area = area
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last?.isEmpty == true { lines.removeLast() }
        self.lines = lines
        tokens = Lexer.tokens(of: text)
        code = tokens.filter { !$0.isComment && $0.kind != .string }
        declarations = DeclarationReader.declarations(in: tokens)
    }

    /// `Type` of `Type+Aspect.swift`.
    var typeName: String {
        let base = (path as NSString).lastPathComponent.dropLast(".swift".count)
        return String(base.prefix { $0 != "+" })
    }

    /// The modules it imports, with the line of each.
    var imports: [(module: String, line: Int)] {
        code.indices.compactMap { index in
            guard code[index].isWord("import"), index + 1 < code.count else { return nil }
            let kinds = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
            let name = kinds.contains(code[index + 1].text) ? index + 2 : index + 1
            return name < code.count ? (code[name].text, code[index].line) : nil
        }
    }

    func hasComment(onLine line: Int) -> Bool { tokens.contains { $0.isComment && $0.line == line } }

    func finding(_ line: Int, _ message: String) -> Finding { Finding(path: path, line: line, message: message) }
}
