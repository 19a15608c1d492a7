import Yams

/// The YAML document of a file.
enum Document {
    /// The root node; nil where the text is empty or holds only comments.
    static func root(_ yaml: String, file: String) throws(ConfigurationError) -> Node? {
        do {
            return try Yams.compose(yaml: yaml)
        } catch {
            throw ConfigurationError(problems: problems(error, file: file))
        }
    }

    private static func problems(_ error: any Error, file: String) -> [ConfigurationProblem] {
        switch error as? YamlError {
        case .duplicatedKeysInMapping(let keys, let context):
            // Yams gives the place of the first key alone.
            return keys.map { key in
                ConfigurationProblem(
                    kind: .duplicateKey, file: file, line: context.mark.line, key: key,
                    wrong: "is given more than once in its section", right: "Keep one of them")
            }
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
            return [malformed(problem, file: file, line: mark.line, right: "Correct the line or the one before it")]
        case .composer(_, let problem, let mark, _):
            return [malformed(problem, file: file, line: mark.line, right: "Write one YAML document")]
        case .reader(let problem, _, _, _):
            return [malformed(problem, file: file, line: nil, right: "Remove control characters")]
        default:
            return [malformed("cannot be parsed", file: file, line: nil, right: "Write one YAML document")]
        }
    }

    private static func malformed(_ problem: String, file: String, line: Int?, right: String) -> ConfigurationProblem {
        ConfigurationProblem(
            kind: .malformedYAML, file: file, line: line, key: nil, wrong: "is not valid YAML (\(problem))",
            right: right)
    }
}
