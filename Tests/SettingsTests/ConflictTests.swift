import Testing

@testable import Settings

@Suite struct ConflictTests {
    @Test(
        arguments: [
            (
                "database: {socket: /s, host: h, name: b, user: b}", .conflict, "database.host",
                "is given beside socket", "Remove one of the two"
            ),
            (
                "database: {socket: /s, port: 3306, name: b, user: b}", .conflict, "database.port",
                "means nothing with a socket", "Remove port, or write host instead"
            ),
            (
                "database: {name: b, user: b}", .missingKey, "database.socket",
                "is missing, and so is host",
                "Write one of the two, or remove the section: then the embedded server is used"
            ),
            (
                "database: {socket: /s, name: b, user: b, tls: {required: true}}", .conflict, "database.tls.required",
                "means nothing with a socket", "Remove it, or write host instead of socket"
            ),
            (
                "database: {socket: /s, name: b, user: b, tls: {required: false, ca: a}}", .conflict, "database.tls.ca",
                "means nothing with a socket", "Remove it, or write host instead of socket"
            ),
            (
                "database: {socket: /s, name: b, user: b, password_env: A, password_file: b}", .conflict,
                "database.password_file", "is given beside password_env", "Remove one of the two"
            ),
        ] as [(String, ConfigurationProblem.Kind, String, String, String)])
    func keysThatExcludeOneAnother(
        yaml: String, kind: ConfigurationProblem.Kind, key: String, wrong: String, right: String
    ) {
        #expect(
            problems(yaml) == [
                ConfigurationProblem(
                    kind: kind, file: "/etc/test/borderline.yaml", line: 1, key: key, wrong: wrong, right: right)
            ])
    }

    @Test func tlsMayBeSwitchedOffOnASocket() {
        #expect(problems("database: {socket: /s, name: b, user: b, tls: {required: false}}").isEmpty)
    }

    @Test func twoGamesCannotShareAnID() {
        let other = "  - {id: sim, name: Other, adapter: game-server, url: 'http://h:2'}"
        let found = problems(game("") + other)
        #expect(found.map(\.kind) == [.duplicateKey])
        #expect(
            found.first?.description == "/etc/test/borderline.yaml:3: games[1].id: is \"sim\" as in line 2. "
                + "Give each game an id of its own.")
    }
}
