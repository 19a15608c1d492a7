extension Rule {
    static let concurrency: [Rule] = [
        Rule(name: "unchecked safety is proved by a comment", areas: product) { file in
            let code = file.code
            return code.indices.compactMap { index in
                guard isUnchecked(at: index, in: code) else { return nil }
                let line = code[index].line
                let isProved = file.hasComment(onLine: line) || file.hasComment(onLine: line - 1)
                return isProved ? nil : file.finding(line, "\(code[index].text) without a comment that proves safety")
            }
        },
        Rule(name: "no loose tasks", areas: product) { file in
            let code = file.code
            return code.indices.dropLast().compactMap { index in
                let token = code[index]
                guard token.isWord("Task"), index == 0 || !code[index - 1].isSymbol(".") else { return nil }
                let next = code[index + 1]
                let isDetached = next.isSymbol(".") && index + 2 < code.count && code[index + 2].isWord("detached")
                let isLoose = next.isSymbol("{") || (next.isSymbol("(") && next.touchesPrevious) || isDetached
                guard isLoose, !file.hasComment(onLine: token.line) else { return nil }
                return file.finding(token.line, "a loose Task: use a task group or a service")
            }
        },
    ]

    private static func isUnchecked(at index: Int, in code: [Token]) -> Bool {
        if code[index].isWord("unchecked"), index > 0, code[index - 1].isSymbol("@") { return true }
        return code[index].isWord("nonisolated") && index + 2 < code.count && code[index + 1].isSymbol("(")
            && code[index + 2].isWord("unsafe")
    }
}
