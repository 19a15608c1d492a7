extension Rule {
    /// The only library that speaks SQL.
    static let sqlTarget = "Storage"
    private static let sqlBeginnings = [
        "SELECT ", "INSERT INTO ", "INSERT IGNORE ", "REPLACE INTO ", "DELETE FROM ", "CREATE TABLE ", "CREATE VIEW ",
        "CREATE OR REPLACE ", "CREATE INDEX ", "CREATE DATABASE ", "ALTER TABLE ", "DROP TABLE ", "TRUNCATE TABLE ",
    ]

    /// The rules that need to know the package's targets.
    static func imports(_ manifest: PackageManifest) -> [Rule] {
        [
            Rule(name: "a target imports only what the manifest lets it", areas: product) { file in
                let allowed = manifest.dependencies[file.target] ?? []
                return file.imports.filter {
                    manifest.targets.contains($0.module) && $0.module != file.target && !allowed.contains($0.module)
                }.map { file.finding($0.line, "\(file.target) may not import \($0.module)") }
            },
            Rule(name: "nothing imports a program", areas: [.library, .program, .benchmark]) { file in
                file.imports.filter { manifest.programs.contains($0.module) }
                    .map { file.finding($0.line, "imports the program \($0.module)") }
            },
            Rule(name: "only Storage holds SQL", areas: product) { file in
                guard file.target != sqlTarget else { return [] }
                return file.tokens.filter { $0.kind == .string && isStatement($0.text) }
                    .map { file.finding($0.line, "SQL outside \(sqlTarget)") }
            },
        ]
    }

    /// Whether the text starts as a statement does; a name that tries an injection does not.
    private static func isStatement(_ text: String) -> Bool {
        let start = text.drop { $0.isWhitespace }
        return sqlBeginnings.contains { start.hasPrefix($0) } || (start.hasPrefix("UPDATE ") && start.contains(" SET "))
    }
}
