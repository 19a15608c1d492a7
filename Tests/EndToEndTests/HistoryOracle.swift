import Foundation
import Rankings

/// The Python oracle over the simulator's log: what it says of the histories of a house's boards.
struct HistoryOracle {
    /// What `Tests/Oracle/check_history.py` prints.
    struct Report: Decodable {
        let slots: Int
        let rows: Int
        /// How often each kind of thing happened: outcomes, ties, overtaking, …
        let variety: [String: Int]
        /// The first differences, in words.
        let differences: [String]
        /// All of them.
        let count: Int
        /// Mutations that gave a difference wherever they could be applied, and those that once gave none.
        let noticed: [String]?
        let unnoticed: [String]?
        let withoutPlace: [String]?
    }

    static let isInstalled = FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")
    private static let script = Programs.checkout.appendingPathComponent("Tests/Oracle/check_history.py")

    let house: House
    /// When the simulator's first event starts.
    let epoch: Instant
    /// The simulator's log, in the house's folder.
    static let log = "shown.jsonl"

    /// - Parameters:
    ///   - boards: whose histories are compared.
    ///   - end: the last instant that was run.
    ///   - excuses: reasons for which slots may be missed though the simulator answered.
    ///   - acknowledged: what programs said to have recorded.
    func report(
        on boards: [String], through end: Instant, cadence: Int = 1, excuses: [String] = [],
        acknowledged: [Acknowledgement] = [], isMutating: Bool = false
    ) throws -> Report {
        // The house's own may be playing a fault; this one has the same calendar and plays none.
        let honest = try RunningProgram(
            Programs.simulator,
            ["serve", "--port", "0", "--epoch", "\(epoch)", "--start-at", "\(end)", "--speed", "max"], in: house.folder)
        defer { honest.send(SIGKILL) }
        let url = try honest.line(containing: "listening on ").dropFirst("listening on ".count)
        var arguments = [
            Self.script.path, "--log", Self.log, "--key", "data/pseudonym.key", "--simulator", String(url),
            "--through", "\(end)", "--cadence", "\(cadence)",
        ]
        for excuse in excuses { arguments += ["--excuse", excuse] }
        if isMutating { arguments.append("--mutate") }
        let lines = acknowledged.map { "\($0.board) \($0.slot) \($0.outcome)\n" }.joined()
        try Data(lines.utf8).write(to: house.folder.appendingPathComponent("acknowledged"))
        arguments += ["--acknowledged", "acknowledged"]
        for board in boards {
            let file = board.replacing("/", with: "-") + ".ndjson"
            let history = try house.output(["history", "standings", board, "--to", "\(end)"], within: 600)
            try Data(history.utf8).write(to: house.folder.appendingPathComponent(file))
            arguments.append("\(board)=\(file)")
        }
        let python = URL(fileURLWithPath: "/usr/bin/python3")
        let finished = try RunningProgram(
            python, arguments, in: house.folder, environment: ["PYTHONDONTWRITEBYTECODE": "1"]
        ).wait(within: 600)
        guard finished.status == 0 else {
            throw UnexpectedEnd(
                description: "the oracle ended with \(finished.status): \(finished.errors.suffix(2000))")
        }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(Report.self, from: Data(finished.output.utf8))
    }
}
