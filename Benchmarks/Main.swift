import Foundation

/// `make bench`: what one minute costs, in medians over runs. Everything runs for real: a private MariaDB, HTTP on
/// loopback, files on disk. Timings of one machine are noisy: compare within one run.
@main
enum Main {
    static func main() async throws {
        let folder = "/tmp/borderline-bench-\(ProcessInfo.processInfo.processIdentifier)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        do {
            try await benchmarks(in: folder)
        } catch {
            try FileManager.default.removeItem(atPath: folder)
            throw error
        }
        try FileManager.default.removeItem(atPath: folder)
    }

    private static func benchmarks(in folder: String) async throws {
        let workshop = try await Workshop.open(in: folder)
        do {
            try await InsertRate.run(workshop)
            try await Rendering.run(workshop)
            try await MinuteLatency.run(workshop)
            try await MemoryOfUp.run(in: folder)
        } catch {
            await workshop.close()
            throw error
        }
        await workshop.close()
    }
}
