import Foundation

/// `make bench`: what one minute and its history cost, in medians over runs. Everything runs for real: a private
/// MariaDB, HTTP on loopback, files on disk. Timings of one machine are noisy: compare within one run.
///
/// Without arguments all parts run; else those that are named.
@main
enum Main {
    private enum Part: String, CaseIterable {
        case inserts, rendering, editions, minute, memory, boards, history

        func run(_ workshop: Workshop) async throws {
            switch self {
            case .inserts: try await InsertRate.run(workshop)
            case .rendering: try await Rendering.run(workshop)
            case .editions: try await ManyEditions.run(workshop)
            case .minute: try await MinuteLatency.run(workshop)
            case .memory: try await MemoryOfUp.run(in: workshop.folder)
            case .boards: try await ManyBoards.run(in: workshop.folder)
            case .history: try await HistoryCost.run(workshop)
            }
        }
    }

    static func main() async throws {
        let named = try CommandLine.arguments.dropFirst().map { name in
            guard let part = Part(rawValue: name) else {
                throw BenchError("no part \(name); there are \(Part.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            return part
        }
        let folder = "/tmp/borderline-bench-\(ProcessInfo.processInfo.processIdentifier)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        do {
            try await run(named.isEmpty ? Part.allCases : named, in: folder)
        } catch {
            try FileManager.default.removeItem(atPath: folder)
            throw error
        }
        try FileManager.default.removeItem(atPath: folder)
    }

    private static func run(_ parts: [Part], in folder: String) async throws {
        let workshop = try await Workshop.open(in: folder)
        do {
            for part in parts { try await part.run(workshop) }
        } catch {
            await workshop.close()
            throw error
        }
        await workshop.close()
    }
}
