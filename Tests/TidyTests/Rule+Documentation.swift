extension Rule {
    private static let marks = ["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"]

    /// Requirements of protocols of the standard library and of the packages we build on.
    private static let foreignRequirements: Set<String> = [
        "enqueue", "log", "run", "validate", "hash", "encode", "next", "makeIterator",
    ]

    /// What needs no words: initialisers, operators, bodies of one line, and members that a protocol explains.
    ///
    /// - Parameter requirements: The names of what the package's own protocols require.
    static func explained(_ requirements: Set<String>) -> Rule {
        let requirements = requirements.union(foreignRequirements)
        return Rule(name: "every package type and function says what it is", areas: product) { file in
            file.declarations.filter { declaration in
                guard declaration.modifiers.contains("package"), !declaration.isDocumented else { return false }
                if declaration.isType { return true }
                return declaration.keyword == "func" && !declaration.isOperator && !declaration.isConformance
                    && !requirements.contains(declaration.name) && (!declaration.hasBody || declaration.lineCount > 1)
            }.map { file.finding($0.firstLine, "package \($0.keyword) \($0.name) has no ///") }
        }
    }

    static let documentation: [Rule] = [
        Rule(name: "nothing is left to be done", areas: everywhere) { file in
            file.tokens.filter(\.isComment).flatMap { comment in
                marks.filter { mark in comment.text.split { !$0.isLetter }.contains { $0 == mark } }
                    .map { file.finding(comment.line, "\($0) in a comment") }
            }
        }
    ]
}
