/// One thing the doctor looked at.
struct Finding: Sendable {
    let subject: String
    let words: String
    /// How to mend it; nil where all is well.
    let mend: String?

    static func well(_ subject: String, _ words: String) -> Finding {
        Finding(subject: subject, words: words, mend: nil)
    }

    static func ill(_ subject: String, _ words: String, mend: String) -> Finding {
        Finding(subject: subject, words: words, mend: mend)
    }

    var line: String {
        guard let mend else { return "ok    \(subject): \(words)" }
        return "wrong \(subject): \(words)\n      to mend it: \(mend)"
    }
}
