extension Rule {
    static let access: [Rule] = [
        Rule(name: "nothing is public or open", areas: everywhere) { file in
            let code = file.code
            return code.indices.compactMap { index in
                let token = code[index]
                guard token.isWord("public") || token.isWord("open"), index + 1 < code.count else { return nil }
                if index > 0, code[index - 1].isSymbol(".") { return nil }
                let next = code[index + 1]
                let isModifier = next.kind == .word || (next.isSymbol("(") && code[index + 2].isWord("set"))
                return isModifier ? file.finding(token.line, "\(token.text): what crosses a target is package") : nil
            }
        },
        Rule(name: "every class is final", areas: everywhere) { file in
            file.declarations.filter { $0.keyword == "class" && !$0.modifiers.contains("final") }
                .map { file.finding($0.firstLine, "class \($0.name) is not final") }
        },
    ]
}
