import Foundation
import Rankings

/// What the process of `borderline up` holds after simulated days of a live event.
enum MemoryOfUp {
    private static let days = 2

    static func run(in folder: String) async throws {
        let home = "\(folder)/up"
        try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
        let starts = Instant(unixSeconds: 1_767_247_200)
        let simulator = try BenchProcess(
            "game-simulator",
            ["serve", "--port", "0", "--epoch", "\(starts)", "--start-at", "\(starts)", "--speed", "max"], in: home)
        defer { simulator.stop() }
        let url = try simulator.text(after: "listening on ")
        try """
        share: \(FileManager.default.currentDirectoryPath)
        log: { level: error }
        listen: { port: 0 }
        admin: { port: 0 }
        clock: { simulator: "\(url)" }
        games:
          - { id: sim, name: Simulated, adapter: game-server, url: "\(url)", user: "1", cadence: 1m }
        """.write(toFile: "\(home)/borderline.yaml", atomically: true, encoding: .utf8)
        let start = ContinuousClock.now
        let product = try BenchProcess("borderline", ["up", "--until", "\(starts + .hours(24 * days))"], in: home)
        var peak = 0.0
        while product.isRunning {
            if let memory = try? product.memory() { peak = max(peak, memory.peak) }  // it may just have ended
            usleep(200_000)
        }
        let seconds = (ContinuousClock.now - start).inSeconds
        let minutes = days * 24 * 60
        let milliseconds = rounded(seconds / Double(minutes) * 1000)
        report("up: \(rounded(peak)) MiB at the most over \(minutes) minutes of one board, \(milliseconds) ms a minute")
    }
}
