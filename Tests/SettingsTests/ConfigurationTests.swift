import Rankings
import Testing

@testable import Settings

@Suite struct ConfigurationTests {
    static let defaults = Configuration(
        file: "/etc/test/borderline.yaml", data: "/etc/test/data", output: "/etc/test/Output", share: nil,
        log: LogSettings(level: .info, format: .auto),
        listen: ListenSettings(host: "127.0.0.1", port: 8080),
        admin: AdminSettings(host: "127.0.0.1", port: 8079),
        site: SiteSettings(title: "Borderline", url: nil),
        clock: ClockSettings(simulator: nil),
        database: nil,
        embedded: EmbeddedSettings(bufferPoolBytes: 128_000_000),
        disk: DiskSettings(budgetBytes: nil),
        backup: BackupSettings(place: nil, passphrase: nil), publish: PublishSettings(bucket: nil, purge: nil),
        dumps: DumpSettings(licence: nil, licenceURL: nil),
        crawl: CrawlSettings(timeLimit: .seconds(45), bodyLimitBytes: 8_000_000, boardsAtOnce: 16, contact: nil),
        acceptance: AcceptanceSettings(
            leastRowsShare: 0.5, mostFallenShare: 0.5, mostCorrectedShare: 0.1, mostAhead: .seconds(120),
            believeAfter: 30),
        forecast: ForecastSettings(every: .seconds(900)),
        games: [], jobs: nil)

    @Test(arguments: ["", "\n", "# nothing\n", "---\n", "null\n", "log:\ndatabase:\ngames:\nsite:\n", "games: []\n"])
    func anEmptyFileGivesTheDefaults(yaml: String) throws {
        #expect(try load(yaml) == Self.defaults)
    }

    @Test func everyKeyIsRead() throws {
        let yaml = """
            data: /var/lib/borderline
            output: ../site/./out
            share: share
            log: {level: debug, format: json}
            listen: {host: 0.0.0.0, port: 0}
            site: {title: My borders, url: "https://borderline.example/"}
            clock: {simulator: http://127.0.0.1:8091}
            database:
              host: db.internal
              port: 3307
              name: ranks
              user: writer
              password_env: DB_PASSWORD
              tls: {required: true, ca: ca.pem}
              connections: 3
            embedded: {buffer_pool: 64MiB}
            disk: {budget: 20GB}
            backup: {folder: ../backups, passphrase_env: PASSPHRASE}
            crawl: {time_limit: 20s, body_limit: 512kB, boards_at_once: 4, contact: ops@example.org}
            acceptance: {least_rows_share: 0.8, most_fallen_share: 1}
            forecast: {every: 1h}
            games:
              - id: sekai-jp
                name: ゲーム
                adapter: game-server
                url: https://game.example/api
                user: "77"
                cadence: 15m
                featured_ranks: [100, 1000, 10000]
                headers_env: {X-Session-Token: TOKEN}
                keep_players: 400d
                events_refresh: 5m
              - {id: sim, name: Sim, adapter: game-server, url: "http://127.0.0.1:8091"}
            """
        let configuration = try load(
            yaml, environment: ["DB_PASSWORD": "hunter2", "TOKEN": "abc", "PASSPHRASE": "horse"])
        var expected = Self.defaults
        expected.data = "/var/lib/borderline"
        expected.output = "/etc/test/../site/out"
        expected.share = "/etc/test/share"
        expected.log = LogSettings(level: .debug, format: .json)
        expected.listen = ListenSettings(host: "0.0.0.0", port: 0)
        expected.site = SiteSettings(title: "My borders", url: "https://borderline.example")
        expected.clock = ClockSettings(simulator: "http://127.0.0.1:8091")
        expected.database = DatabaseSettings(
            address: .host("db.internal", port: 3307), name: "ranks", user: "writer", password: Secret("hunter2"),
            tls: .init(isRequired: true, authority: "/etc/test/ca.pem"), connections: 3)
        expected.embedded = EmbeddedSettings(bufferPoolBytes: 67_108_864)
        expected.disk = DiskSettings(budgetBytes: 20_000_000_000)
        expected.backup = BackupSettings(place: .folder("/etc/test/../backups"), passphrase: Secret("horse"))
        expected.crawl = CrawlSettings(
            timeLimit: .seconds(20), bodyLimitBytes: 512_000, boardsAtOnce: 4, contact: "ops@example.org")
        (expected.acceptance.leastRowsShare, expected.acceptance.mostFallenShare) = (0.8, 1)
        expected.forecast = ForecastSettings(every: .seconds(3600))
        expected.games = [
            GameSettings(
                id: GameID(rawValue: "sekai-jp"), name: "ゲーム", adapter: .gameServer, url: "https://game.example/api",
                user: "77", cadence: .seconds(900), featuredRanks: [100, 1000, 10000],
                headers: ["X-Session-Token": Secret("abc")], eventsRefresh: .seconds(300),
                keepPlayers: .hours(9600)),
            GameSettings(
                id: GameID(rawValue: "sim"), name: "Sim", adapter: .gameServer, url: "http://127.0.0.1:8091",
                user: "1", cadence: nil, featuredRanks: [], headers: [:], eventsRefresh: .seconds(1800)),
        ]
        #expect(configuration == expected)
        #expect(configuration.games.map(\.cadenceMinutes) == [15, nil])
    }

    @Test(
        arguments: [
            ("localhost", nil, false), ("127.0.0.1", nil, false), ("::1", nil, false), ("db.internal", nil, true),
            ("db.internal", false, false), ("localhost", true, true),
        ] as [(String, Bool?, Bool)])
    func tlsIsRequiredBeyondThisMachineUnlessSaidOtherwise(host: String, given: Bool?, expected: Bool) throws {
        let tls = given.map { ", tls: {required: \($0)}" } ?? ""
        let configuration = try load("database: {host: '\(host)', name: b, user: b\(tls)}")
        #expect(configuration.database?.tls == .init(isRequired: expected, authority: nil))
        #expect(configuration.database?.address == .host(host, port: 3306))
    }

    @Test func aSocketNeedsNoPassword() throws {
        let configuration = try load(database)
        #expect(configuration.database?.address == .socket(path: "/run/db.sock"))
        #expect(configuration.database?.password == nil)
        #expect(configuration.database?.tls == .init(isRequired: false, authority: nil))
    }

    @Test func aSecretPrintsAsASecret() {
        let secret = Secret("hunter2")
        #expect("\(secret)" == "(secret)")
        #expect(String(reflecting: secret) == "(secret)")
        var dumped = ""
        dump([secret], to: &dumped)
        #expect(!dumped.contains("hunter2"))
        #expect(secret.reveal() == "hunter2")
    }
}
