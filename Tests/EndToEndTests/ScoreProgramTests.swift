import Foundation
import FoundationNetworking
import Synchronization
import Testing

/// Scores of one's own, by whole programs: two servers on one database, and a client whose server is killed.
@Suite struct ScoreProgramTests {
    private static let key = "a secret of thirty-two bytes, or a few more"

    private struct Answer: Equatable {
        let status: Int
        let body: String
    }

    private static func configure(_ house: House, webhook: String = "http://127.0.0.1:1/secret-path") throws {
        house.environment = ["ACTION_KEY": key, "TOKEN_SECRET": key, "WEBHOOK": webhook]
        let yaml = """
            data: ./data
            log: { level: warning, format: text }
            embedded: { buffer_pool: 32MB }
            share: \(Programs.checkout.path)
            games: [{ id: arcade, name: Arcade, adapter: house }]
            scores:
              port: 0
              issuer: https://accounts.example
              audience: scores.example
              action_key_env: ACTION_KEY
              keys: [{ id: trial, algorithm: HS256, secret_env: TOKEN_SECRET }]
              proofs: { folder: ./proofs }
              webhooks: [{ name: club, url_env: WEBHOOK, format: discord, board: race }]
              boards:
                - name: race
                  title: Race
                  rule: sum
                  period: daily
                  zone: Asia/Tokyo
                  actions: [{ type: win, points: 100 }]
            """
        try yaml.write(to: house.folder.appendingPathComponent("borderline.yaml"), atomically: true, encoding: .utf8)
    }

    private static func serve(_ house: House) throws -> (program: RunningProgram, url: String) {
        let program = try house.start(["scores", "serve"])
        let line = try program.line(containing: "Scores are taken at ")
        return (program, String(line.dropFirst("Scores are taken at ".count)))
    }

    private static func ask(
        _ url: String, token: String? = nil, method: String = "POST", body: [String: Any]? = nil
    ) async throws -> Answer {
        var request = URLRequest(url: try #require(URL(string: url)))
        if let token { request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization") }
        if let body {
            request.httpMethod = method
            request.setValue("application/json", forHTTPHeaderField: "Content-Type")
            request.httpBody = try JSONSerialization.data(withJSONObject: body)
        }
        let (data, response) = try await URLSession.shared.data(for: request)
        return Answer(
            status: (response as? HTTPURLResponse)?.statusCode ?? 0, body: String(decoding: data, as: UTF8.self))
    }

    /// What submits a new action.
    private static func begin(_ url: String, token: String) async throws -> [String: Any] {
        let answer = try await ask(
            "\(url)api/v1/actions", token: token, body: ["board": "race", "action_type": "win"])
        let object = try JSONSerialization.jsonObject(with: Data(answer.body.utf8)) as? [String: Any]
        let data = try #require(object?["data"] as? [String: Any], "\(answer)")
        return [
            "action_id": data["action_id"] ?? "", "action_token": data["action_token"] ?? "", "action_type": "win",
            "timestamp": Int(Date().timeIntervalSince1970 * 1000),
        ]
    }

    /// What the list shows two seconds after it was asked for last, and its status.
    private static func top(_ url: String) async throws -> String {
        // A list that was read before is a second old at most, and caches may keep it for another.
        try await Task.sleep(for: .seconds(2))
        return try await ask("\(url)api/v1/scoreboard/top?board=race").body
    }

    @Test func aModeratorActsOnServersThatRunAndAnotherVersionIsComputedFromTheTrail() async throws {
        let house = try House()
        try Self.configure(house)
        let server = try Self.serve(house)
        defer { if server.program.process.isRunning { server.program.send(SIGKILL) } }
        let token = try house.output(["token", "issue", "ann", "--name", "Ann"])
            .trimmingCharacters(in: .whitespacesAndNewlines)
        let (one, two) = (
            try await Self.begin(server.url, token: token), try await Self.begin(server.url, token: token)
        )
        #expect(try await Self.ask("\(server.url)api/v1/score/update", token: token, body: one).status == 200)
        #expect(try await Self.top(server.url).contains(#""name":"Ann""#))
        _ = try house.output(["moderation", "hide", "ann", "--board", "race", "--reason", "trial"])
        #expect(try await Self.top(server.url).contains(#""entries":[]"#))
        _ = try house.output(["moderation", "restore", "ann", "--reason", "trial"])
        _ = try house.output(["moderation", "rename", "ann", "--name", "player 7", "--reason", "trial"])
        #expect(try await Self.top(server.url).contains(#""name":"player 7""#))
        _ = try house.output(["moderation", "ban", "ann", "--reason", "trial"])
        let refused = try await Self.ask("\(server.url)api/v1/score/update", token: token, body: two)
        #expect(refused.status == 403 && refused.body.contains(#""code":"banned""#))
        let players = try house.rows(["moderation", "list", "players"])
        #expect(players.count == 1 && players[0]["banned"] == "yes" && players[0]["name"] == "player 7")
        #expect(try house.rows(["moderation", "list"]).isEmpty)
        _ = try house.output(["moderation", "unban", "ann", "--reason", "trial"])

        let file = house.folder.appendingPathComponent("borderline.yaml")
        let early = try house.run(["recalc", "--board", "race", "--rule", "2"])
        #expect(early.status == 1 && early.errors.contains("has version 1 of race"))
        let yaml = try String(contentsOf: file, encoding: .utf8)
        let newer = yaml.replacing("points: 100", with: "points: 30").replacing(
            "rule: sum", with: "rule: sum\n      version: 2")
        try newer.write(to: file, atomically: true, encoding: .utf8)
        let done = try house.output(["recalc", "--board", "race", "--rule", "2"])
        #expect(done.contains("1 players by version 2, 0 actions left out"))
        let next = try Self.serve(house)
        defer { if next.program.process.isRunning { next.program.send(SIGKILL) } }
        #expect(try await Self.ask("\(next.url)api/v1/scoreboard/top?board=race").body.contains(#""score":30"#))
        #expect(try await Self.ask("\(server.url)api/v1/scoreboard/top?board=race").body.contains(#""score":100"#))
    }

    @Test func anAnswerThatWasLostIsGivenByAnotherServer() async throws {
        let house = try House()
        try Self.configure(house)
        let (first, second) = (try Self.serve(house), try Self.serve(house))
        defer { for server in [first, second] where server.program.process.isRunning { server.program.send(SIGKILL) } }
        let token = try house.output(["token", "issue", "ann", "--name", "Ann"])
            .trimmingCharacters(in: .whitespacesAndNewlines)
        let one = try await Self.begin(first.url, token: token)
        let two = try await Self.begin(second.url, token: token)
        let accepted = try await Self.ask("\(first.url)api/v1/score/update", token: token, body: one)
        #expect(
            accepted
                == Answer(
                    status: 200, body: #"{"data":{"new_score":100,"rank":1,"score_delta":100},"success":true}"#))
        _ = try await Self.ask("\(second.url)api/v1/score/update", token: token, body: two)
        first.program.send(SIGKILL)
        let again = try await Self.ask("\(second.url)api/v1/score/update", token: token, body: one)
        #expect(again == accepted)
        let top = try await Self.ask("\(second.url)api/v1/scoreboard/top?board=race")
        #expect(top.body.contains(#""change":2,"#) && top.body.contains(#""name":"Ann""#))
        #expect(top.body.contains(#""score":200"#))
        try await Self.checkThatAProofIsKept(house, of: try #require(one["action_id"] as? String), second.url, token)
        try Self.checkThatItIsRecorded(house)
        #expect(try second.program.stop().status == 0)
    }

    /// The bytes lie in the folder under their hash.
    private static func checkThatAProofIsKept(
        _ house: House, of action: String, _ url: String, _ token: String
    ) async throws {
        let answer = try await ask("\(url)api/v1/actions/\(action)/proof", token: token, method: "PUT", body: [:])
        let hash = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
        #expect(answer.status == 200 && answer.body.contains(hash), "\(answer)")
        let file = house.folder.appendingPathComponent("proofs/44/\(hash)")
        #expect(try Data(contentsOf: file) == Data("{}".utf8))
    }

    /// A house board is one more source of readings: it has events, outcomes, history and pages.
    private static func checkThatItIsRecorded(_ house: House) throws {
        _ = try house.output(["tick"])
        let board = try #require(try house.rows(["history", "boards"]).first)
        let id = try #require(board["board"])
        #expect(id.hasPrefix("arcade-race-20"))
        let standing = try house.output(["history", "standing", id])
        #expect(standing.contains("Ann") && standing.contains("200"))
        let page = house.published("e/\(id)/index.html")
        #expect(page.map { String(decoding: $0, as: UTF8.self).contains("Ann") } == true)
    }

    @Test func aWebhookIsToldOnceItAnswers() async throws {
        let isUp = Mutex(false)
        let listener = try AnsweringServer { _ in .init(status: isUp.withLock { $0 } ? 204 : 503) }
        let house = try House()
        try Self.configure(house, webhook: "\(listener.url)/secret-path")
        let server = try Self.serve(house)
        defer { if server.program.process.isRunning { server.program.send(SIGKILL) } }
        let token = try house.output(["token", "issue", "ann", "--name", "Ann"])
            .trimmingCharacters(in: .whitespacesAndNewlines)
        let action = try await Self.begin(server.url, token: token)
        #expect(try await Self.ask("\(server.url)api/v1/score/update", token: token, body: action).status == 200)
        let warning = try server.program.errorLine(containing: "webhook not reached")
        #expect(warning.contains("answered 503"))
        let waiting = try house.rows(["webhooks", "list"])
        #expect(waiting.map { $0["event"] } == ["first_place"] && waiting[0]["reason"] == "answered 503")
        #expect(try house.rows(["webhooks", "list", "--dead"]).isEmpty)
        #expect(try house.output(["webhooks", "retry"]).contains("0 are told again"))
        isUp.withLock { $0 = true }
        let deadline = Date(timeIntervalSinceNow: 60)
        while try !house.rows(["webhooks", "list"]).isEmpty, Date() < deadline {
            try await Task.sleep(for: .seconds(1))
        }
        let told = try #require(listener.requests.last)
        #expect(told.method == "POST" && told.path == "/secret-path")
        #expect(told.text.contains("**Ann** is first on Race with 100"))
        #expect(try house.rows(["webhooks", "list"]).isEmpty)
        #expect(try server.program.stop().status == 0)
        #expect(!server.program.errors.contains("secret-path"))
    }

    @Test func shortKeysAndMissingBoardsStopTheStart() throws {
        let house = try House()
        try Self.configure(house)
        house.environment["TOKEN_SECRET"] = String(repeating: "s", count: 31)
        let short = try house.borderline(["scores", "serve"], within: 60)
        #expect(short.status == 2 && short.errors.contains("less than 32 bytes"))
        #expect(!short.errors.contains("ssss"))
        try "data: ./data\n".write(
            to: house.folder.appendingPathComponent("borderline.yaml"), atomically: true, encoding: .utf8)
        let none = try house.borderline(["scores", "serve"], within: 60)
        #expect(none.status == 1 && none.errors.contains("write the section scores"))
    }
}
