import Testing

@testable import Settings

/// What messages tell to write.
private enum Advice {
    static let path = "Write the path of a file or directory."
    static let top = ConfigurationReader.names(in: "").joined(separator: ", ")
}

@Suite struct ConfigurationProblemTests {
    struct Case: CustomTestStringConvertible {
        let yaml: String
        let kind: ConfigurationProblem.Kind
        /// Behind `/etc/test/borderline.yaml:`
        let message: String

        init(_ yaml: String, _ kind: ConfigurationProblem.Kind, _ message: String) {
            self.yaml = yaml
            self.kind = kind
            self.message = message
        }

        var testDescription: String { yaml }
    }

    static let cases: [Case] = [
        // Keys
        Case("outptu: x", .unknownKey, "1: outptu: is no key of this program. Did you mean output?"),
        Case("log:\n  levle: info", .unknownKey, "2: log.levle: is no key of this program. Did you mean level?"),
        Case("gaems: []", .unknownKey, "1: gaems: is no key of this program. Did you mean games?"),
        Case(
            "port: 80", .unknownKey, "1: port: is no key of this program. Did you mean listen.port?"),
        Case(
            "listen: {banana: 1}", .unknownKey,
            "1: listen.banana: is no key of this program. Known here: host, port, certificate, key."),
        Case(
            game(", cadenze: 1m"), .unknownKey,
            "2: games[0].cadenze: is no key of this program. Did you mean cadence?"),
        Case("1: x", .unknownKey, "1: 1: is no key of this program. Known here: \(Advice.top)."),
        Case("[a]: x", .wrongType, "1: has a key that is no word. Write a word."),
        Case("data: a\ndata: b", .duplicateKey, "1: data: is given more than once in its section. Keep one of them."),
        Case(
            "games:\n  - {id: sim}", .missingKey,
            "2: games[0].name: is missing. Write it, for example name: Simulated game."),
        Case(
            "games:\n  - {id: sim, name: Sim, adapter: game-server}", .missingKey,
            "2: games[0].url: is missing. Write the upstream's address."),
        Case(
            "database:\n  socket: /s\n  user: b", .missingKey,
            "2: database.name: is missing. Write it, for example name: borderline."),
        // Types
        Case("listen: 80", .wrongType, "1: listen: holds no keys. Write keys with values, one to a line."),
        Case("[]", .wrongType, "1: holds no keys. Write keys with values, one to a line."),
        Case("games: {id: sim}", .wrongType, "1: games: is no list. Write each element behind a hyphen."),
        Case("games: [sim]", .wrongType, "1: games[0]: holds no keys. Write keys with values, one to a line."),
        Case(
            "data:", .wrongType,
            "1: data: has no value. Write a value, for example /var/lib/borderline, "
                + "or remove the key: then it is ./data."
        ),
        Case(
            "database: {socket: /s, name: ~, user: b}", .wrongType,
            "1: database.name: has no value. Write a value, for example borderline."),
        Case("data: {a: b}", .wrongType, "1: data: holds keys where one value belongs. \(Advice.path)"),
        Case("data: [a]", .wrongType, "1: data: is a list where one value belongs. \(Advice.path)"),
        Case("data: ''", .wrongType, "1: data: is no path. \(Advice.path)"),
        Case(
            "data: ~/data", .wrongType,
            "1: data: starts with ~, which is not expanded. Write the whole path."),
    ]

    @Test(arguments: cases) func isReportedWithPlaceAndAdvice(given: Case) {
        let found = problems(given.yaml)
        #expect(found.first?.description == "/etc/test/borderline.yaml:" + given.message)
        #expect(found.first?.kind == given.kind)
    }

    @Test(
        arguments: [
            ("a: [", 2), ("data: a\n b: c", 2), ("data: \"a", 1), ("---\ndata: a\n---\ndata: b", 3),
        ] as [(String, Int)])
    func malformedTextIsReportedWithItsLine(yaml: String, line: Int) {
        let found = problems(yaml)
        #expect(found.map(\.kind) == [.malformedYAML])
        #expect(found.first?.line == line)
        #expect(found.first?.description.contains("is not valid YAML") == true)
    }

    @Test func controlCharactersAreMalformed() {
        #expect(problems("data: \u{1}").map(\.kind) == [.malformedYAML])
    }

    @Test func allProblemsAreReportedAtOnceInTheOrderOfTheFile() {
        let yaml = """
            outptu: x
            listen: {port: 99999}
            crawl: {time_limit: 45}
            games:
              - {id: sim, name: Sim, adapter: magic, url: ftp://h}
            database: {name: b, user: b}
            """
        #expect(
            problems(yaml).map { [$0.line.map(String.init) ?? "", $0.key ?? ""].joined(separator: " ") } == [
                "1 outptu", "2 listen.port", "3 crawl.time_limit", "5 games[0].adapter", "5 games[0].url",
                "6 database.socket",
            ])
    }

    @Test func aProblemThatFollowsFromAnotherIsNotReported() {
        #expect(problems("database: {socket: [], name: b, user: b}").map(\.key) == ["database.socket"])
        #expect(problems("games: [sim]").map(\.key) == ["games[0]"])
        let game = "games: [{id: sim, name: Sim, adapter: game-server, url: []}]"
        #expect(problems(game).map(\.key) == ["games[0].url"])
        #expect(problems("games: [{id: arcade, name: Arcade, adapter: house}]").isEmpty)
    }

    @Test func theDescriptionOfAnErrorHasALineForEachProblem() throws {
        let error = #expect(throws: ConfigurationError.self) { try load("a: 1\nb: 2") }
        #expect(error?.description.split(separator: "\n").count == 2)
    }
}
