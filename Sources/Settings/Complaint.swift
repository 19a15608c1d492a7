/// What is wrong with one value, before it is known where it stands.
struct Complaint: Error {
    let kind: ConfigurationProblem.Kind
    let wrong: String
    let right: String

    static func wrongType(_ wrong: String, _ right: String) -> Self {
        Self(kind: .wrongType, wrong: wrong, right: right)
    }

    static func outOfRange(_ wrong: String, _ right: String) -> Self {
        Self(kind: .outOfRange, wrong: wrong, right: right)
    }

    /// The value in quotes, cut where it is long, as messages show it.
    static func shown(_ text: String) -> String {
        let limit = 60
        let cut = text.count > limit ? text.prefix(limit) + "…" : text[...]
        return "\"" + cut.map { $0.isNewline ? " " : String($0) }.joined() + "\""
    }
}
