extension Rule {
    /// The one library that may ask the machine for the time.
    static let timeTarget = "Timekeeping"

    static let time: [Rule] = [
        Rule(name: "now is a parameter", areas: [.library]) { file in
            guard file.target != timeTarget else { return [] }
            return file.calls(to: ["clock_gettime", "gettimeofday"])
                + file.emptyCalls(to: ["Date"]) + file.members(["now"], of: ["Date"])
        },
        Rule(name: "the environment is read by programs only", areas: [.library]) { file in
            guard file.target != timeTarget else { return [] }
            return file.calls(to: ["getenv", "setenv"]) + file.words(["ProcessInfo", "CommandLine"])
        },
        Rule(name: "programs only print", areas: [.library]) { file in
            file.calls(to: ["print", "debugPrint", "dump"])
        },
    ]
}

extension SourceFile {
    /// Calls of free functions and initialisers by name: `name(`, and neither `x.name(` nor `func name(`.
    func calls(to names: Set<String>) -> [Finding] {
        callIndices(of: names).map { finding(code[$0].line, "\(code[$0].text)(…)") }
    }

    func emptyCalls(to names: Set<String>) -> [Finding] {
        callIndices(of: names).filter { $0 + 2 < code.count && code[$0 + 2].isSymbol(")") }
            .map { finding(code[$0].line, "\(code[$0].text)()") }
    }

    func members(_ members: Set<String>, of types: Set<String>) -> [Finding] {
        let code = code
        return code.indices.dropLast(2).filter {
            types.contains(code[$0].text) && code[$0 + 1].isSymbol(".") && members.contains(code[$0 + 2].text)
        }.map { finding(code[$0].line, "\(code[$0].text).\(code[$0 + 2].text)") }
    }

    func words(_ words: Set<String>) -> [Finding] {
        code.filter { $0.kind == .word && words.contains($0.text) }.map { finding($0.line, $0.text) }
    }

    private func callIndices(of names: Set<String>) -> [Int] {
        let code = code
        return code.indices.dropLast().filter { index in
            guard names.contains(code[index].text), code[index + 1].isSymbol("("), code[index + 1].touchesPrevious
            else { return false }
            return index == 0 || !(code[index - 1].isSymbol(".") || code[index - 1].isWord("func"))
        }
    }
}
