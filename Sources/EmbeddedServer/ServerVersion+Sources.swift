extension ServerVersion {
    /// Reads the version from what `mariadbd --version` prints: `mariadbd  Ver 10.11.6-MariaDB-… for …`.
    init?(programOutput: String) {
        let words = programOutput.split(whereSeparator: \.isWhitespace)
        guard let mark = words.firstIndex(of: "Ver"), words.indices.contains(mark + 1) else { return nil }
        self.init(words[mark + 1])
    }

    /// Reads the version from a greeting: old replication clients made MariaDB put `5.5.5-` before it.
    init?(greeting: String) {
        let prefix = "5.5.5-"
        self.init(greeting.hasPrefix(prefix) ? greeting.dropFirst(prefix.count) : greeting[...])
    }
}
