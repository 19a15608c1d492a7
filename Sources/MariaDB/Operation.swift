/// Names what was being done, for errors: bounded and without values.
enum Operation {
    /// Characters of a statement that an error shows.
    static let statementLimit = 100

    /// A prepared statement holds placeholders, so its beginning may be shown.
    static func prepared(_ sql: String) -> String {
        let words = sql.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.count <= statementLimit ? words : words.prefix(statementLimit) + "…"
    }

    /// A plain statement may hold literals, even a password, so only its first two words are shown.
    static func plain(_ script: String) -> String {
        script.split(maxSplits: 2, whereSeparator: \.isWhitespace).prefix(2).joined(separator: " ")
    }
}
