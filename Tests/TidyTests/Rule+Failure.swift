extension Rule {
    static let failure: [Rule] = [
        Rule(name: "a line that can trap or swallow an error says why", areas: product) { file in
            let code = file.code
            return code.indices.compactMap { index in
                guard let what = hazard(at: index, in: code), !file.hasComment(onLine: code[index].line) else {
                    return nil
                }
                return file.finding(code[index].line, "\(what) without a comment on the line")
            }
        }
    ]

    private static func hazard(at index: Int, in code: [Token]) -> String? {
        let token = code[index]
        if token.isWord("fatalError") { return "fatalError" }
        guard index > 0, token.touchesPrevious else { return nil }
        let previous = code[index - 1]
        if token.isSymbol("?"), previous.isWord("try") { return "try?" }
        guard token.isSymbol("!") else { return nil }
        if index + 1 < code.count, code[index + 1].isSymbol("="), code[index + 1].touchesPrevious { return nil }
        if previous.isWord("try") || previous.isWord("as") { return "\(previous.text)!" }
        let endsValue = previous.kind == .word || previous.isSymbol(")") || previous.isSymbol("]")
        return endsValue || previous.isSymbol("}") ? "!" : nil
    }
}
