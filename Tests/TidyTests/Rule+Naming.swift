extension Rule {
    /// A type that stands beside the one its file is named after has at most this many lines.
    static let companionLimitLines = 40
    private static let vagueEndings = ["Manager", "Helper", "Helpers", "Utils", "Util", "Utilities"]

    static let naming: [Rule] = [
        Rule(name: "a file is named after what it declares or extends", areas: product) { file in
            let named = file.declarations.filter { $0.depth == 0 && $0.keyword != "var" }.map(\.name)
            guard !named.isEmpty, !file.path.hasSuffix("/main.swift") else { return [] }
            // A file of one function is named after it, with a capital letter.
            return named.contains { $0.lowercased() == file.typeName.lowercased() }
                ? [] : [file.finding(1, "declares \(named.joined(separator: ", ")), none named as the file")]
        },
        Rule(name: "a file holds one type and at most small ones beside it", areas: product) { file in
            file.declarations.filter {
                $0.depth == 0 && $0.isType && $0.name != file.typeName && $0.lineCount > companionLimitLines
            }.map { file.finding($0.firstLine, "\($0.keyword) \($0.name) has \($0.lineCount) lines: own file") }
        },
        Rule(name: "no type has a vague name", areas: everywhere) { file in
            file.declarations.filter { declaration in
                declaration.isType && vagueEndings.contains { declaration.name.hasSuffix($0) }
            }.map { file.finding($0.firstLine, "\($0.name) says nothing") }
        },
        Rule(name: "no file is a placeholder", areas: everywhere) { file in
            let isEmpty = file.code.allSatisfy { $0.kind != .word } || file.typeName == "Placeholder"
            return isEmpty ? [file.finding(1, "holds no code")] : []
        },
    ]
}
