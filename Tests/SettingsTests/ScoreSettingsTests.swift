import Foundation
import Rankings
import Testing

@testable import Settings

@Suite struct ScoreSettingsTests {
    private static let environment = ["A": String(repeating: "a", count: 32), "S": String(repeating: "s", count: 32)]
    private static let head =
        "issuer: i, audience: a, action_key_env: A, keys: [{id: k, algorithm: HS256, secret_env: S}]"
    private static let lap = "actions: [{type: lap}]"

    private static func yaml(_ board: String = "", scores: String = "", head: String = head) -> String {
        "scores: {\(head), \(scores)boards: [{name: race, title: Race, rule: sum, \(board)\(lap)}]}"
    }

    private static func complaints(_ yaml: String) -> [String] {
        problems(yaml, environment: environment).map { "\($0.key ?? "") \($0.kind)" }
    }

    @Test func nothingIsConfiguredByDefault() throws { #expect(try load("").scores == nil) }

    @Test func hasDefaults() throws {
        let scores = try #require(try load(Self.yaml(), environment: Self.environment).scores)
        #expect(scores.port == 8078 && scores.host == "127.0.0.1" && scores.proxies == 0)
        #expect(scores.limits.actionsPerHour == 100 && scores.limits.block == .seconds(300))
        #expect(scores.boards[0].mostScore == 9_007_199_254_740_991 && scores.boards[0].period == .always)
        #expect(scores.boards[0].actions[0].lifetime == .seconds(300) && scores.boards[0].actions[0].points == nil)
        #expect(!"\(scores)".contains("aaaa") && !"\(scores)".contains("ssss"))
    }

    @Test func aBoardMayBeOfAGroup() throws {
        let scores = try #require(try load(Self.yaml("group: eu, "), environment: Self.environment).scores)
        #expect(scores.boards[0].group == "eu")
    }

    @Test func serversHaveKeysOfTheirOwn() throws {
        let yaml = Self.yaml(scores: "servers: [{id: club, secret_env: S}], limits: {server_actions_per_hour: 9}, ")
        #expect(Self.complaints(yaml) == ["scores.limits.server_actions_at_once outOfRange"])
        let right = yaml.replacing("hour: 9", with: "hour: 2000000")
        let scores = try #require(try load(right, environment: Self.environment).scores)
        #expect(scores.servers.map(\.id) == ["club"] && scores.limits.serverActionsPerHour == 2_000_000)
        #expect(!"\(scores)".contains("ssss"))
        for (servers, wrong) in [
            ("{id: club}", "scores.servers[0].secret_env missingKey"),
            ("{id: club, secret_env: SHORT}", "scores.servers[0].secret_env missingSecret"),
            ("{id: club, secret: x}, {id: b, secret_env: S}", "scores.servers[0].secret plainSecret"),
            ("{id: club, secret_env: S}, {id: club, secret_env: S}", "scores.servers[1].id duplicateKey"),
        ] {
            let found = problems(
                Self.yaml(scores: "servers: [\(servers)], "),
                environment: Self.environment.merging(["SHORT": "short"]) { $1 })
            #expect(found.map { "\($0.key ?? "") \($0.kind)" }.contains(wrong), "\(found)")
        }
    }

    @Test func anEventHasItsTimes() throws {
        let board = "period: event, starts: 2026-11-20T06:00:00Z, ends: 2026-11-28T12:00:00Z, "
        let scores = try #require(try load(Self.yaml(board), environment: Self.environment).scores)
        #expect(scores.boards[0].times?.lowerBound == Instant("2026-11-20T06:00:00Z"))
    }

    @Test(arguments: [
        ("period: event, ", ["scores.boards[0].starts missingKey", "scores.boards[0].ends missingKey"]),
        ("starts: 2026-11-20T06:00:00Z, ", ["scores.boards[0].starts conflict"]),
        (
            "period: event, starts: 2026-11-20T06:00:00Z, ends: 2026-11-20T06:00:00Z, ",
            ["scores.boards[0].ends outOfRange"]
        ),
        ("start: 5, ", ["scores.boards[0].start conflict"]),
        ("least_score: 5, most_score: 5, ", ["scores.boards[0].least_score outOfRange"]),
        ("name: race-v2, ", ["scores.boards[0].name outOfRange"]), ("name: v2, ", []), ("name: race-vs, ", []),
    ])
    func boardsThatMakeNoSenseAreRefused(board: String, wrong: [String]) {
        let yaml = Self.yaml(board).replacing("name: race, ", with: board.hasPrefix("name") ? "" : "name: race, ")
        #expect(Self.complaints(yaml) == wrong)
    }

    @Test(arguments: [
        ("{type: lap, points: 1, least_value: 1}", "scores.boards[0].actions[0].least_value conflict"),
        ("{type: lap, least_value: 5, most_value: 4}", "scores.boards[0].actions[0].least_value outOfRange"),
        ("{type: lap, least_duration: 5m}", "scores.boards[0].actions[0].least_duration outOfRange"),
        ("{type: lap}, {type: lap}", "scores.boards[0].actions[1].type duplicateKey"),
    ])
    func actionsThatMakeNoSenseAreRefused(actions: String, wrong: String) {
        let yaml = Self.yaml().replacing("{type: lap}", with: actions)
        #expect(Self.complaints(yaml) == [wrong])
    }

    @Test func decrementsNeedAStart() {
        let yaml = Self.yaml().replacing("rule: sum", with: "rule: decrement")
        #expect(Self.complaints(yaml) == ["scores.boards[0].start missingKey"])
    }

    @Test(arguments: [(4, false), (5, true), (9, true), (10, false)]) func aStartIsWithinTheBounds(
        start: Int, isFine: Bool
    ) {
        let yaml = Self.yaml("start: \(start), least_score: 5, most_score: 9, ")
            .replacing("rule: sum", with: "rule: decrement")
        #expect(Self.complaints(yaml) == (isFine ? [] : ["scores.boards[0].start outOfRange"]))
    }

    @Test(arguments: [
        ("https://game.example", "https://game.example"), ("HTTPS://Game.Example/", "https://game.example"),
        ("https://game.example:443", "https://game.example"), ("http://game.example:80", "http://game.example"),
        ("http://localhost:8080", "http://localhost:8080"), ("https://game.example:80", "https://game.example:80"),
    ])
    func originsAreWrittenAsBrowsersWriteThem(url: String, origin: String) throws {
        let yaml = Self.yaml(scores: "origins: [{url: '\(url)'}], ")
        #expect(try load(yaml, environment: Self.environment).scores?.origins == [origin])
    }

    @Test func anOriginHasNoPath() {
        let yaml = Self.yaml(scores: "origins: [{url: 'https://game.example/play'}], ")
        #expect(Self.complaints(yaml) == ["scores.origins[0].url outOfRange"])
    }

    @Test(arguments: [
        ("action_key_env: A, ", "", "scores.action_key_env missingKey"),
        ("action_key_env: A", "action_key_env: SHORT", "scores.action_key_env missingSecret"),
        ("secret_env: S", "secret_env: SHORT", "scores.keys[0].secret_env missingSecret"),
        (", secret_env: S", "", "scores.keys[0].secret_env missingKey"),
        ("HS256", "ES256", "scores.keys[0].pem_file missingKey"),
        ("secret_env: S", "secret_env: S, pem_file: k.pem", "scores.keys[0].pem_file conflict"),
    ])
    func keysThatWouldNotDoAreRefused(old: String, new: String, wrong: String) {
        let yaml = Self.yaml(head: Self.head.replacing(old, with: new))
        let environment = Self.environment.merging(["SHORT": String(repeating: "x", count: 31)]) { $1 }
        let found = problems(yaml, environment: environment).map { "\($0.key ?? "") \($0.kind)" }
        #expect(found.first == wrong)
    }

    @Test(arguments: [
        ("folder: p", []), ("", ["scores.proofs.folder missingKey"]),
        ("folder: p, types: 'image/png json'", ["scores.proofs.types outOfRange"]),
        ("bucket: {endpoint: 'https://s3.example', name: abc, access_key_env: A, secret_key_env: S}", []),
        (
            "folder: p, bucket: {endpoint: 'https://s3.example', name: abc, access_key_env: A, secret_key_env: S}",
            ["scores.proofs.folder conflict"]
        ),
    ])
    func proofsHaveOnePlace(proofs: String, wrong: [String]) {
        let yaml = Self.yaml(scores: "proofs: {most_bytes: 2KB\(proofs.isEmpty ? "" : ", ")\(proofs)}, ")
        #expect(Self.complaints(yaml) == wrong)
    }

    @Test func proofsHaveDefaults() throws {
        let yaml = Self.yaml(scores: "proofs: {folder: /p}, ")
        let proofs = try #require(try load(yaml, environment: Self.environment).scores?.proofs)
        #expect(proofs.place == .folder("/p") && proofs.mostBytes == 1_000_000)
        #expect(proofs.types == ["application/json", "application/octet-stream"])
        #expect(try load(Self.yaml(), environment: Self.environment).scores?.proofs == nil)
    }

    @Test(arguments: [
        ("url_env: U, secret_env: S", []), ("url_env: U, format: discord", []),
        ("url_env: U, secret_env: S, board: race", []), ("secret_env: S", ["url_env missingKey"]),
        ("url_env: S, secret_env: S", ["url_env missingSecret"]), ("url_env: U", ["secret_env missingKey"]),
        ("url_env: U, secret_env: SHORT", ["secret_env missingSecret"]),
        ("url_env: U, secret_env: S, format: discord", ["secret_env conflict"]),
        ("url_env: U, secret_env: S, board: other", ["board outOfRange"]),
        (
            "url_env: U, secret_env: S, personal_best: false, first_place: false, achievement: false",
            ["achievement conflict"]
        ),
    ])
    func webhooksHaveAnAddressAndAKey(webhook: String, wrong: [String]) {
        let yaml = Self.yaml(scores: "webhooks: [{name: w, \(webhook)}], ")
        let environment = Self.environment.merging(["U": "https://w.example/?token=1", "SHORT": "x"]) { $1 }
        let found = problems(yaml, environment: environment).map { "\($0.key ?? "") \($0.kind)" }
        #expect(found == wrong.map { "scores.webhooks[0].\($0)" })
    }

    @Test func webhooksHaveDefaultsAndKeepTheirSecrets() throws {
        let yaml = Self.yaml(
            "achievements: [{name: ten, title: Ten, score: 10}], ",
            scores: "webhooks: [{name: w, url_env: U, secret_env: S, achievement: false}], ")
        let environment = Self.environment.merging(["U": "https://w.example/?token=1"]) { $1 }
        let scores = try #require(try load(yaml, environment: environment).scores)
        #expect(scores.webhooks[0].events == ["personal_best", "first_place"] && scores.webhooks[0].boards.isEmpty)
        #expect(scores.webhooks[0].format == "json" && scores.webhooks[0].url.reveal() == "https://w.example/?token=1")
        #expect(scores.boards[0].achievements.map(\.score) == [10])
        #expect(!"\(scores)".contains("token=1") && !"\(scores)".contains("ssss"))
    }

    @Test func webhooksAndAchievementsHaveNamesOfTheirOwn() {
        let ten = "{name: ten, title: Ten, score: 10}"
        #expect(
            Self.complaints(Self.yaml("achievements: [\(ten), \(ten)], ")) == [
                "scores.boards[0].achievements[1].name duplicateKey"
            ])
        let hook = "{name: w, url_env: U, format: discord}"
        let yaml = Self.yaml(scores: "webhooks: [\(hook), \(hook)], ")
        let found = problems(yaml, environment: Self.environment.merging(["U": "https://w.example"]) { $1 })
        #expect(found.map { $0.key ?? "" } == ["scores.webhooks[1].name"])
    }

    @Test func aSocketStandsAlone() {
        #expect(Self.complaints(Self.yaml(scores: "socket: s, port: 1, ")) == ["scores.port conflict"])
    }

    /// Nothing would come back in the hour.
    @Test(arguments: [(10, 5, true), (10, 6, false), (1, 1, true), (1, 2, false)])
    func halfOfAnHoursAtOnceAtMost(perHour: Int, atOnce: Int, isFine: Bool) {
        let yaml = Self.yaml(scores: "limits: {actions_per_hour: \(perHour), actions_at_once: \(atOnce)}, ")
        #expect(Self.complaints(yaml) == (isFine ? [] : ["scores.limits.actions_at_once outOfRange"]))
    }

    @Test func emptyListsAreRefused() {
        let yaml = "scores: {issuer: i, audience: a, action_key_env: A}"
        #expect(Self.complaints(yaml) == ["scores.keys missingKey", "scores.boards missingKey"])
    }
}
