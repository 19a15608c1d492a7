import Foundation

/// A program under test with its output in files, so that no pipe can fill up.
final class RunningProgram {
    let process = Process()
    private let outputFile: URL
    private let errorFile: URL

    init(_ program: URL, _ arguments: [String], in folder: URL, environment: [String: String] = [:]) throws {
        let name = "\(program.lastPathComponent)-\(UUID().uuidString.prefix(8))"
        outputFile = folder.appendingPathComponent("\(name).out")
        errorFile = folder.appendingPathComponent("\(name).err")
        for file in [outputFile, errorFile] { try Data().write(to: file) }
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
        process.standardOutput = try FileHandle(forWritingTo: outputFile)
        process.standardError = try FileHandle(forWritingTo: errorFile)
        process.standardInput = FileHandle.nullDevice
        try process.run()
    }

    var output: String { (try? String(contentsOf: outputFile, encoding: .utf8)) ?? "" }
    var errors: String { (try? String(contentsOf: errorFile, encoding: .utf8)) ?? "" }

    /// The first line of output that holds the text, once it is there.
    func line(containing text: String, within seconds: Double = 60) throws -> String {
        try line(containing: text, within: seconds) { output }
    }

    /// The same of what it writes to standard error.
    func errorLine(containing text: String, within seconds: Double = 60) throws -> String {
        try line(containing: text, within: seconds) { errors }
    }

    private func line(containing text: String, within seconds: Double, of written: () -> String) throws -> String {
        let deadline = Date() + seconds
        while Date() < deadline {
            let lines = written().split(separator: "\n").map(String.init)
            if let line = lines.first(where: { $0.contains(text) }) { return line }
            if !process.isRunning { break }
            usleep(20_000)
        }
        throw UnexpectedEnd(description: "no line with \(text): \(output.suffix(500)) \(errors.suffix(2000))")
    }

    func wait(within seconds: Double = 300) throws -> Finished {
        let deadline = Date() + seconds
        while process.isRunning && Date() < deadline { usleep(10_000) }
        guard !process.isRunning else {
            kill(process.processIdentifier, SIGKILL)
            throw UnexpectedEnd(description: "still running after \(seconds) s: \(errors.suffix(2000))")
        }
        return Finished(status: process.terminationStatus, output: output, errors: errors)
    }

    func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

    @discardableResult
    func stop() throws -> Finished {
        if process.isRunning { send(SIGTERM) }
        return try wait(within: 60)
    }
}
