import Foundation
import Rankings
import Testing

/// Every adapter against a server that answers in the shapes of the real ones.
@Suite(.serialized) struct UpstreamTests {
    private static let secrets = [
        "BODY_KEY": TrackerAnswers.key, "BODY_IV": TrackerAnswers.vector, "TOKEN": "canary-token",
    ]

    private let house: House
    private let server: AnsweringServer

    init() throws {
        let answers = TrackerAnswers(now: Instant(unixSeconds: Int64(Date().timeIntervalSince1970)))
        server = try AnsweringServer { answers.answer($0) }
        house = try House()
        let url = server.url
        let yaml = """
            data: ./data
            output: ./Output
            share: \(Programs.checkout.path)
            log: { level: trace, format: text }
            embedded: { buffer_pool: 32MB }
            crawl: { contact: ops@borderline.example }
            games:
              - { id: sealed, name: S, adapter: game-server, url: "\(url)/sealed", events_url: "\(url)/master",
                  cadence: 1m, body_key_env: BODY_KEY, body_iv_env: BODY_IV }
              - { id: best, name: B, adapter: sekai-best, region: en, url: "\(url)/best", events_url: "\(url)/master",
                  cadence: 1m }
              - { id: hisekai, name: H, adapter: hisekai, url: "\(url)/hisekai", cadence: 1m }
              - { id: bestdori, name: D, adapter: bestdori, region: cn, url: "\(url)/bestdori", ranks: [100, 1000] }
              - { id: matsurihi, name: M, adapter: matsurihi, url: "\(url)/matsurihi", cadence: 1m, ranks: [100, 2500],
                  boards: [{ name: main }, { name: high-score }] }
              - id: puzzle
                name: Puzzle
                adapter: mapped
                url: \(url)/puzzle
                cadence: 1m
                ranks: [1000, 5000]
                headers: { Accept: application/json }
                headers_env: { Authorization: TOKEN }
                boards: [{ name: main, scale: 10 }]
                mapped:
                  events: { path: /v1/events, rows: events, id: key, name: title, starts: from, ends: to,
                            time_format: unix-seconds, end_included: true }
                  requests:
                    - { path: "/v1/events/{event}/top", shows: entries, rows: players, rank: place, score: points,
                        player: user.id, name: user.nick, time: updated, time_format: unix-seconds }
                    - { path: "/v1/events/{event}/border/{rank}", shows: borders, score: border.points }
            """
        try yaml.write(to: house.folder.appendingPathComponent("borderline.yaml"), atomically: true, encoding: .utf8)
    }

    private func borderline(_ arguments: [String]) throws -> Finished {
        try RunningProgram(Programs.borderline, arguments, in: house.folder, environment: Self.secrets)
            .wait(within: 300)
    }

    private func rows(_ arguments: [String]) throws -> [[String: String]] {
        let finished = try borderline(arguments + ["--format", "ndjson"])
        return try finished.output.split(separator: "\n").map { line in
            try JSONDecoder().decode([String: ShownValue].self, from: Data(line.utf8)).mapValues(\.text)
        }
    }

    /// Ranks and scores of a board's standing, entries before borders.
    private func standing(_ board: String) throws -> [String] {
        try rows(["history", "standing", board]).map { "\($0["rank"] ?? "") \($0["score"] ?? "") \($0["name"] ?? "")" }
    }

    @Test func wholeCrawlOfEveryAdapterIsInTheStore() throws {
        let crawl = try borderline(["crawl"])
        #expect(crawl.status == 0, "\(crawl.errors.suffix(3000))")
        #expect(crawl.output == "changed: 7\n")
        let expected: [(String, [String])] = [
            ("sealed-214", ["1 900 長1", "2 800 長2", "100 70 "]),
            ("best-214", ["1 999 B1", "100 900 B100", "100 900 ", "500 500 "]),
            ("hisekai-88", ["1 999 H", "2 998 H", "200 800 "]),
            ("bestdori-310", ["1 90 Eight", "2 70 ", "100 60 "]),
            ("matsurihi-42", ["100 500 ", "2500 50 "]), ("matsurihi-42/high-score", ["100 7 "]),
            ("puzzle-spring", ["1 120 a", "2 105 b\u{202E}", "1000 30 ", "5000 15 "]),
        ]
        for (board, lines) in expected { #expect(try standing(board) == lines, "\(board)") }
        for board in expected.map(\.0) {
            #expect(try rows(["history", "outcomes", board]).map { $0["outcome"] } == ["changed"], "\(board)")
        }
        // The operator's contact goes with every request, the token to its own game alone, and neither into a log.
        let requests = server.requests
        #expect(
            requests.allSatisfy {
                $0.headers.contains { $0.hasPrefix("User-Agent: Borderline/") && $0.contains("ops@") }
            })
        #expect(
            requests.allSatisfy { request in
                request.path.hasPrefix("/puzzle/") == request.headers.contains { $0.contains("canary-token") }
            })
        for secret in Self.secrets.values { #expect(!crawl.errors.contains(secret) && !crawl.output.contains(secret)) }
    }

    @Test func boardsWithoutPlayersArePublished() throws {
        let tick = try borderline(["tick"])
        #expect(tick.status == 0, "\(tick.errors.suffix(3000))")
        let page = try #require(house.published("e/matsurihi-42/high-score/index.html"))
        #expect(String(decoding: page, as: UTF8.self).contains("100"))
        #expect(house.published("e/matsurihi-42/main/latest.json") != nil)
    }

    @Test func tryShowsFieldByFieldWhatWasUnderstood() throws {
        let shown = try borderline(["upstream", "try", "puzzle"])
        #expect(shown.status == 0, "\(shown.errors.suffix(3000))")
        let lines = try rows(["upstream", "try", "puzzle"]).map {
            "\($0["about"] ?? "")|\($0["field"] ?? "")|\($0["value"] ?? "")"
        }
        for line in [
            "list 1|path|/v1/events", "list 1|status|200", "events|count|1", "event puzzle-spring|upstream id|spring",
            "event puzzle-spring|name|Spring", "event puzzle-spring|boards|main",
            "request 1|path|/v1/events/spring/top", "board puzzle-spring/main|entries|2",
            "board puzzle-spring/main|first|rank 1, 120", "board puzzle-spring/main|last|rank 2, 105",
            "board puzzle-spring/main|player ids|2 of 1 to 20 bytes", "board puzzle-spring/main|names|2",
            "board puzzle-spring/main|left out|1 without a number at points", "request 3|status|200",
            "board puzzle-spring/main|ranks|5000", "board puzzle-spring/main|reading|whole: 2 entries, 2 borders",
        ] {
            #expect(lines.contains(line), "\(line) is not in \(lines)")
        }
        #expect(
            lines.contains { $0.hasPrefix("request 1|bytes|") }
                && lines.contains { $0.hasPrefix("list 1|milliseconds|") })
        #expect(
            !shown.output.contains("canary") && !shown.errors.contains("canary") && !shown.output.contains("18446744"))
        #expect(
            try borderline(["upstream", "try", "puzzle", "--format", "json"]).output.hasPrefix(
                "[\n{\"about\":\"list 1\""))
    }

    @Test(arguments: ["sealed", "best", "hisekai", "matsurihi"]) func tryUnderstandsEveryAdapter(game: String) throws {
        let shown = try borderline(["upstream", "try", game])
        #expect(shown.status == 0, "\(shown.output) \(shown.errors.suffix(3000))")
        #expect(shown.output.contains("whole: "))
    }

    @Test func tryEndsWithWhatWasNotUnderstood() throws {
        let partly = try borderline(["upstream", "try", "bestdori"])
        #expect(partly.status == 3 && partly.output.contains("shows no board"))
        let other = try borderline(["upstream", "try", "puzzle", "--event", "autumn"])
        #expect(other.status == 1 && other.output.contains("none is called autumn"))
        #expect(try borderline(["upstream", "try", "nobody"]).errors.contains("no game is called nobody"))

        let file = house.folder.appendingPathComponent("answer.json").path
        try #"{"border":{"points":7}}"#.write(toFile: file, atomically: true, encoding: .utf8)
        let asked = server.requests.count
        let body = ["upstream", "try", "puzzle", "--body", file, "--event", "any"]
        let well = try borderline(body + ["--request", "3"])
        #expect(well.status == 0 && well.output.contains("rank 5000, 70"))
        let ill = try borderline(body)
        #expect(ill.status == 1 && ill.output.contains("not understood: no rows at players"))
        #expect(try borderline(body + ["--request", "4"]).errors.contains("has 3 requests for an event"))
        #expect(server.requests.count == asked)
    }
}
