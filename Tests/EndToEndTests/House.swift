import Foundation

/// A folder with a configuration, a simulator on a free port and whatever `borderline` leaves there.
final class House {
    let folder: URL
    /// What its programs find in their environment besides this process's own.
    var environment: [String: String] = [:]
    private(set) var simulator: RunningProgram?
    /// Further simulators; they end with the house.
    var mirrors: [RunningProgram] = []
    private(set) var simulatorURL = "http://127.0.0.1:1"

    init() throws {
        // Short: the embedded server's socket has to fit into 107 bytes.
        folder = URL(fileURLWithPath: "/tmp/bl-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        for program in mirrors + [simulator].compactMap(\.self) where program.process.isRunning {
            program.send(SIGKILL)
        }
        // Nobody is left to tell; the next start of the machine clears /tmp.
        _ = try? borderline(["database", "stop"])
        try? FileManager.default.removeItem(at: folder)
    }

    func startSimulator(_ arguments: [String]) throws {
        let program = try RunningProgram(Programs.simulator, ["serve", "--port", "0"] + arguments, in: folder)
        let line = try program.line(containing: "listening on ")
        simulator = program
        simulatorURL = String(line.dropFirst("listening on ".count))
    }

    /// - Parameter playerPages: the pages of players, which take most of the time of a run in a debug build.
    func configure(
        game: String, cadence: String = "1m", followsClock: Bool = true, log: String = "warning",
        crontab: String? = nil, playerPages: Bool = false, extra: String = ""
    ) throws {
        let share = try crontab.map(share) ?? Programs.checkout
        let yaml = """
            data: ./data
            output: ./Output
            share: \(share.path)
            log: { level: \(log), format: text }
            listen: { host: 127.0.0.1, port: 0 }
            admin: { host: 127.0.0.1, port: 0 }
            clock: { simulator: \(followsClock ? simulatorURL : "null") }
            embedded: { buffer_pool: 32MB }
            games:
              - id: \(game)
                name: A game
                adapter: game-server
                url: "\(simulatorURL)"
                cadence: \(cadence)
                player_pages: \(playerPages)
            \(extra)
            """
        try yaml.write(to: folder.appendingPathComponent("borderline.yaml"), atomically: true, encoding: .utf8)
    }

    /// A folder with the checkout's templates and another crontab.
    private func share(crontab: String) throws -> URL {
        let share = folder.appendingPathComponent("share")
        let cron = share.appendingPathComponent("Cron")
        try FileManager.default.createDirectory(at: cron, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            at: share.appendingPathComponent("Templates"),
            withDestinationURL: Programs.checkout.appendingPathComponent("Templates"))
        try crontab.write(to: cron.appendingPathComponent("borderline.crontab"), atomically: true, encoding: .utf8)
        return share
    }

    func start(_ arguments: [String]) throws -> RunningProgram {
        try RunningProgram(Programs.borderline, arguments, in: folder, environment: environment)
    }

    func borderline(_ arguments: [String], within seconds: Double = 300) throws -> Finished {
        try start(arguments).wait(within: seconds)
    }

    /// The command's output; throws where it does not end with 0.
    func output(_ arguments: [String], within seconds: Double = 300) throws -> String {
        let finished = try borderline(arguments, within: seconds)
        guard finished.status == 0 else {
            throw UnexpectedEnd(
                description:
                    "borderline \(arguments.prefix(4)) ended with \(finished.status): \(finished.errors.suffix(2000))")
        }
        return finished.output
    }

    /// The rows of a list as dictionaries.
    func rows(_ arguments: [String]) throws -> [[String: String]] {
        try output(arguments + ["--format", "ndjson"]).split(separator: "\n").map { line in
            try JSONDecoder().decode([String: ShownValue].self, from: Data(line.utf8)).mapValues(\.text)
        }
    }

    func published(_ path: String) -> Data? {
        FileManager.default.contents(atPath: folder.appendingPathComponent("Output/\(path)").path)
    }

    /// The minute that a board's page shows, in Unix seconds; nil before the first.
    func shownSlot(of board: String) -> Int64? {
        struct Root: Decodable { let slot: Int64 }
        return published("e/\(board)/latest.json").flatMap { try? JSONDecoder().decode(Root.self, from: $0).slot }
    }
}
