import Testing

@testable import Settings

/// What messages tell to write.
private enum Advice {
    static let duration = "Write a whole number and a unit: 500ms, 45s, 15m, 1h or 8d."
    static let size = "Write a whole number and a unit: 512kB, 8MB, 128MiB or 1GB."
    static let port = "Write a whole number from 0 to 65535."
    static let share = "Write a number from 0.0 to 1.0."
    static let url = "Write an address such as https://host:port/path, without user, query or fragment."
    static let cadence = "Write 1m, 2m, 3m, 4m, 5m, 6m, 10m, 12m, 15m, 20m, 30m, 1h."
    static let level = "Write trace, debug, info, notice, warning, error, critical."
    static let id = "Write 1 to 32 of a–z, 0–9, -, _ and . that start with a letter or digit."
    static let ranks = "Write a list such as [100, 1000] of whole numbers from 1 to 100000000."
}

/// Each row is a value and what the message says of it; nil where the value is right.
@Suite struct ValueTypeTests {
    @Test(
        arguments: [
            ("0", nil),
            ("65535", nil),
            ("65536", "is 65536, more than 65535. \(Advice.port)"),
            ("-1", "is -1, less than 0. \(Advice.port)"),
            ("'80'", "is \"80\". \(Advice.port)"),
            ("010", "is \"010\". \(Advice.port)"),
            ("0x1F", "is \"0x1F\". \(Advice.port)"),
            ("8.0", "is \"8.0\". \(Advice.port)"),
            ("yes", "is \"yes\". \(Advice.port)"),
            ("99999999999999999999", "is \"99999999999999999999\". \(Advice.port)"),
        ] as [(String, String?)])
    func integers(value: String, message: String?) { check("listen.port", value, message) }

    @Test(
        arguments: [
            ("0", nil), ("1", nil), ("0.25", nil),
            ("1.01", "is 1.01, more than 1.0. \(Advice.share)"),
            ("-0.1", "is -0.1, less than 0.0. \(Advice.share)"),
            ("half", "is \"half\". \(Advice.share)"),
            (".nan", "is \".nan\". \(Advice.share)"),
            ("1e-1", "is \"1e-1\". \(Advice.share)"),
        ] as [(String, String?)])
    func numbers(value: String, message: String?) { check("acceptance.least_rows_share", value, message) }

    @Test(
        arguments: [
            ("1s", nil), ("10m", nil), ("1000ms", nil), ("'45s'", nil),
            ("999ms", "is 999ms, less than 1s. Write 1s to 10m."),
            ("601s", "is 601s, more than 10m. Write 1s to 10m."),
            ("45", "is \"45\". \(Advice.duration)"),
            ("45 s", "is \"45 s\". \(Advice.duration)"),
            ("s", "is \"s\". \(Advice.duration)"),
            ("-5s", "is \"-5s\". \(Advice.duration)"),
            ("1w", "is \"1w\". \(Advice.duration)"),
            ("1m30s", "is \"1m30s\". \(Advice.duration)"),
            ("1000000000d", "is \"1000000000d\". \(Advice.duration)"),
        ] as [(String, String?)])
    func durations(value: String, message: String?) { check("crawl.time_limit", value, message) }

    @Test(
        arguments: [
            ("1m", nil), ("1d", nil), ("90m", nil), ("120s", nil),
            ("90s", "is 90s, no whole number of minutes. Write whole minutes, such as 15m."),
            ("30s", "is 30s, less than 1m. Write 1m to 1d."),
            ("2d", "is 2d, more than 1d. Write 1m to 1d."),
            ("15", "is \"15\". \(Advice.duration)"),
        ] as [(String, String?)])
    func wholeMinutes(value: String, message: String?) { check("forecast.every", value, message) }

    @Test(
        arguments: [
            ("1m", nil), ("60s", nil), ("12m", nil), ("1h", nil),
            ("7m", "is 7m, which does not divide an hour into whole minutes. \(Advice.cadence)"),
            ("90s", "is 90s, which does not divide an hour into whole minutes. \(Advice.cadence)"),
            ("2h", "is 2h, which does not divide an hour into whole minutes. \(Advice.cadence)"),
            ("0m", "is 0m, which does not divide an hour into whole minutes. \(Advice.cadence)"),
            ("often", "is \"often\". \(Advice.cadence)"),
        ] as [(String, String?)])
    func cadences(value: String, message: String?) { checkGame("cadence", value, message) }

    @Test(
        arguments: [
            ("forever", nil), ("1d", nil), ("48h", nil), ("36500d", nil),
            ("0d", "is 0s, less than 1d. Write 1d to 36500d."),
            ("36501d", "is 36501d, more than 36500d. Write 1d to 36500d."),
            ("36h", "is \"36h\". Write forever, or a whole number of days such as 400d."),
            ("ever", "is \"ever\". Write forever, or a whole number of days such as 400d."),
        ] as [(String, String?)])
    func retentions(value: String, message: String?) { checkGame("keep_players", value, message) }

    @Test(
        arguments: [
            ("8MB", nil), ("1kB", nil), ("1KB", nil), ("1000B", nil), ("1GB", nil), ("64MiB", nil),
            ("999B", "is 999B, less than 1kB. Write 1kB to 1GB."),
            ("1GiB", "is 1073741824B, more than 1GB. Write 1kB to 1GB."),
            ("8", "is \"8\". \(Advice.size)"),
            ("8mb", "is \"8mb\". \(Advice.size)"),
            ("8M", "is \"8M\". \(Advice.size)"),
        ] as [(String, String?)])
    func sizes(value: String, message: String?) { check("crawl.body_limit", value, message) }

    @Test(
        arguments: [
            ("http://127.0.0.1:8091", nil), ("https://example.org/path/", nil), ("HTTPS://example.org", nil),
            ("http://[::1]:80", nil), ("~", nil),
            ("ftp://h", "has the scheme \"ftp\". \(Advice.url)"),
            ("example.org", "is \"example.org\", no address. \(Advice.url)"),
            ("'http://'", "has no host. \(Advice.url)"),
            ("http:path", "has no host. \(Advice.url)"),
            ("http://h/?a=b", "has a query or fragment. \(Advice.url)"),
            ("http://h/#a", "has a query or fragment. \(Advice.url)"),
            ("http://h:70000", "has a port that is none. \(Advice.url)"),
            ("'a b'", "is \"a b\", no address. \(Advice.url)"),
        ] as [(String, String?)])
    func urls(value: String, message: String?) { check("site.url", value, message) }

    @Test(
        arguments: [
            ("debug", nil), ("'debug'", nil),
            ("Debug", "is \"Debug\". \(Advice.level)"),
            ("''", "is \"\". \(Advice.level)"),
        ] as [(String, String?)])
    func choices(value: String, message: String?) { check("log.level", value, message) }

    @Test(
        arguments: [
            ("'a'", nil), ("1", nil), ("true", nil), ("名前", nil),
            ("''", "has 0 characters. Write text of 1 to 100 characters."),
            (String(repeating: "x", count: 100), nil),
            (String(repeating: "x", count: 101), "has 101 characters. Write text of 1 to 100 characters."),
        ] as [(String, String?)])
    func texts(value: String, message: String?) { check("site.title", value, message) }

    @Test(
        arguments: [
            ("sim", nil), ("sekai-jp", nil), ("a.b_c", nil), ("1", nil),
            (String(repeating: "x", count: 32), nil),
            ("Sim", "is \"Sim\". \(Advice.id)"),
            ("../x", "is \"../x\". \(Advice.id)"),
            ("''", "is \"\". \(Advice.id)"),
            (String(repeating: "x", count: 33), "is \"\(String(repeating: "x", count: 33))\". \(Advice.id)"),
        ] as [(String, String?)])
    func ids(value: String, message: String?) {
        let yaml = "games:\n  - {id: \(value), name: Sim, adapter: game-server, url: 'http://h'}"
        #expect(problems(yaml).map(\.shortDescription) == [message].compactMap { $0 })
    }

    @Test(
        arguments: [
            ("[]", nil), ("[1]", nil), ("[100, 1000]", nil),
            ("[100, 100]", "has 100 after 100. Write them ascending, each once."),
            ("[2, 1]", "has 1 after 2. Write them ascending, each once."),
            ("[0]", "holds 0. \(Advice.ranks)"),
            ("['1']", "holds \"1\". \(Advice.ranks)"),
            ("[[1]]", "is a list where one value belongs. \(Advice.ranks)"),
            ("100", "is no list. \(Advice.ranks)"),
            ("[\((1...50).map(String.init).joined(separator: ","))]", nil),
            ("[\((1...51).map(String.init).joined(separator: ","))]", "has 51 numbers. Write at most 50."),
        ] as [(String, String?)])
    func ranks(value: String, message: String?) { checkGame("featured_ranks", value, message) }

    @Test(
        arguments: [
            ("true", nil), ("false", nil),
            ("yes", "is \"yes\". Write true or false."),
            ("'true'", "is \"true\". Write true or false."),
            ("1", "is \"1\". Write true or false."),
        ] as [(String, String?)])
    func booleans(value: String, message: String?) {
        let yaml = "database: {host: h, name: b, user: b, tls: {required: \(value)}}"
        #expect(problems(yaml).map(\.shortDescription) == [message].compactMap { $0 })
    }

    @Test func longValuesAreCutInMessages() {
        let value = String(repeating: "x", count: 61)
        check("listen.port", value, "is \"\(value.dropLast())…\". \(Advice.port)")
    }

    private func check(_ key: String, _ value: String, _ message: String?) {
        let parts = key.split(separator: ".")
        #expect(
            problems("\(parts[0]):\n  \(parts[1]): \(value)").map(\.shortDescription) == [message].compactMap { $0 })
    }

    private func checkGame(_ name: String, _ value: String, _ message: String?) {
        #expect(problems(game(", \(name): \(value)")).map(\.shortDescription) == [message].compactMap { $0 })
    }
}

extension ConfigurationProblem {
    /// Without its place.
    fileprivate var shortDescription: String {
        ConfigurationProblem(kind: kind, file: nil, line: nil, key: nil, wrong: wrong, right: right).description
    }
}
