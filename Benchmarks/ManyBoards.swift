import EmbeddedServer
import Foundation
import MariaDB
import Rankings

/// From the start of a minute to the edition of each of many boards, with `borderline up` and the simulator in
/// processes of their own, in real time; and the same beside upstreams that never answer.
enum ManyBoards {
    private static let starts = Instant(unixSeconds: 1_767_247_200)
    /// Minutes that are measured, after one in which lists of events are read and connections made.
    private static let minutes = 3
    private static let hanging = 20

    static func run(in folder: String) async throws {
        try await measure(100, hanging: 0, aim: "≤ 3 s", in: folder)
        try await measure(1_000, hanging: 0, aim: "≤ 30 s", in: folder)
        try await measure(100, hanging: hanging, aim: "as without them", in: folder)
    }

    private static func measure(_ boards: Int, hanging: Int, aim: String, in folder: String) async throws {
        let home = "\(folder)/boards-\(boards)-\(hanging)"
        try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
        let simulator = try BenchProcess(
            "game-simulator",
            ["serve", "--port", "0", "--epoch", "\(starts)", "--start-at", "\(starts + .hours(50))", "--speed", "1"],
            in: home)
        defer { simulator.stop() }
        let url = try simulator.text(after: "listening on ")
        let silence = try SilentServer()
        try configuration(url, boards: boards, hanging: hanging, silence: silence.url)
            .write(toFile: "\(home)/borderline.yaml", atomically: true, encoding: .utf8)
        let last = Slot(containing: starts + .hours(50)) + minutes + 2
        let product = try BenchProcess("borderline", ["up", "--until", "\(last.start)"], in: home)
        var processor = 0.0
        while product.isRunning {
            processor = (try? product.processorSeconds()) ?? processor  // it may just have ended
            usleep(100_000)
        }
        let delays = try await publicationDelays(home: home, through: last)
        let slots = Dictionary(grouping: delays, by: \.slot).filter { $0.value.count == boards }
            .sorted { $0.key < $1.key }.dropFirst()
        guard !slots.isEmpty else { throw BenchError("no minute in which all of \(boards) boards were published") }
        let all = Sample(slots.flatMap { $0.value.map(\.delay) })
        let whole = Sample(slots.map { $0.value.map(\.delay).max() ?? .zero })
        let beside = hanging == 0 ? "" : " beside \(hanging) upstreams that hang"
        report("\(boards) boards\(beside): from the minute to each edition: \(all.line)")
        let seconds = rounded(whole.median / 1000)
        report("  to the last edition: \(seconds) s, median of \(slots.count) minutes  (aim: \(aim))")
        report("  processor time of up: \(rounded(processor * 1000 / Double(max(1, delays.count)))) ms an edition")
    }

    private static func configuration(_ url: String, boards: Int, hanging: Int, silence: String) -> String {
        let live = (1...boards).map { number in
            "  - { id: g\(number), name: Game \(number), adapter: game-server, url: \"\(url)\", cadence: 1m }"
        }
        let silent = (0..<hanging).map { number in
            """
              - id: silent\(number)
                name: Silent \(number)
                adapter: game-server
                url: "\(silence)"
                cadence: 1m
                events:
                  - { id: "1", name: Silent, starts: "\(starts)", ends: "\(starts + .hours(100))" }
            """
        }
        return """
            share: \(FileManager.default.currentDirectoryPath)
            log: { level: error }
            listen: { port: 0 }
            admin: { port: 0 }
            clock: { simulator: "\(url)" }
            games:
            \((live + silent).joined(separator: "\n"))
            """
    }

    /// From the start of each slot to its edition, of the boards that answer.
    private static func publicationDelays(
        home: String, through last: Slot
    ) async throws -> [(slot: Int64, delay: Duration)] {
        let lease = try await EmbeddedServer(EmbeddedServerOptions(directory: "\(home)/data/mariadb")).acquire()
        let pool = Pool(maximumConnections: 1) {
            var endpoint = Endpoint(address: .unixSocket(path: lease.socketPath), user: lease.user)
            endpoint.database = "borderline"
            return endpoint
        }
        let found = try await pool.withConnection { connection in
            try await connection.query(
                """
                SELECT s.slot, s.published_at - s.slot * 60000 FROM slot s JOIN board b ON b.id = s.board_id
                JOIN event e ON e.id = b.event_id JOIN game g ON g.id = e.game_id
                WHERE g.name LIKE 'g%' AND s.published_at IS NOT NULL AND s.owner IS NOT NULL AND s.slot < ?
                """, [.integer(last.unixMinute)]
            ) { row throws(DatabaseError) in
                (slot: try row.int64(0), delay: Duration.milliseconds(try row.int64(1)))
            }
        }
        await pool.close()
        await lease.release()
        return found
    }
}
