import Foundation

/// A program of the same build, with its output in a file.
final class BenchProcess {
    /// Attempts to find a line, 20 ms apart: a minute.
    private static let lineAttempts = 3_000

    private let process = Process()
    private let output: URL

    init(_ name: String, _ arguments: [String], in folder: String) throws {
        let programs = Bundle.main.executableURL?.deletingLastPathComponent() ?? URL(fileURLWithPath: ".build/release")
        output = URL(fileURLWithPath: folder).appendingPathComponent("\(name).out")
        try Data().write(to: output)
        process.executableURL = programs.appendingPathComponent(name)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardInput = FileHandle.nullDevice
        try process.run()
    }

    var isRunning: Bool { process.isRunning }

    /// What follows the prefix on the line that starts with it, once it is there.
    func text(after prefix: String) throws -> String {
        for _ in 0..<Self.lineAttempts {
            let text = try String(contentsOf: output, encoding: .utf8)
            if let line = text.split(separator: "\n").first(where: { $0.hasPrefix(prefix) }) {
                return String(line.dropFirst(prefix.count))
            }
            usleep(20_000)
        }
        throw BenchError("no line with \(prefix)")
    }

    /// Memory held now and at the most, in MiB, as the kernel counts it.
    func memory() throws -> (now: Double, peak: Double) {
        let status = try String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
        func megabytes(_ key: String) -> Double {
            let line = status.split(separator: "\n").first { $0.hasPrefix(key) } ?? ""
            return (Double(line.filter(\.isNumber)) ?? 0) / 1024
        }
        return (megabytes("VmRSS:"), megabytes("VmHWM:"))
    }

    /// Processor time of the process so far.
    func processorSeconds() throws -> Double {
        let text = try String(contentsOfFile: "/proc/\(process.processIdentifier)/stat", encoding: .utf8)
        // The name in parentheses may hold spaces; the times are the 14th and 15th values, in hundredths of a second.
        let values = text[(text.lastIndex(of: ")") ?? text.startIndex)...].split(separator: " ")
        guard values.count > 13, let user = Double(values[12]), let system = Double(values[13]) else {
            throw BenchError("/proc has no times")
        }
        return (user + system) / 100
    }

    func stop() {
        if process.isRunning { process.terminate() }
        process.waitUntilExit()
    }
}

struct BenchError: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
