import Foundation
import FoundationNetworking

/// The built executable as a process of its own.
final class SimulatorProgram {
    private static let executable = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "game-simulator")
    static let isBuilt = FileManager.default.isExecutableFile(atPath: executable.path())

    private let process = Process()
    private let output = Pipe()
    private let errors = Pipe()

    struct NotReady: Error {
        let output: String
        let errors: String
    }

    init(_ arguments: [String]) throws {
        process.executableURL = Self.executable
        process.arguments = arguments
        process.standardOutput = output
        process.standardError = errors
        try process.run()
    }

    /// Waits for the one line that says where it listens.
    func url() throws -> String {
        var line = ""
        while !line.hasSuffix("\n") {
            let bytes = output.fileHandleForReading.availableData
            guard !bytes.isEmpty else { throw NotReady(output: line, errors: remainingErrors()) }
            line += String(decoding: bytes, as: UTF8.self)
        }
        guard line.hasPrefix("listening on ") else { throw NotReady(output: line, errors: "") }
        return line.dropFirst("listening on ".count).trimmingCharacters(in: .newlines)
    }

    /// Asks it to end, waits, and returns its exit code; minus the signal's number where a signal ended it.
    func stop() -> Int32 {
        process.terminate()
        return waitForEnd()
    }

    func waitForEnd() -> Int32 {
        process.waitUntilExit()
        return process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    }

    /// Ends it whatever it does; does nothing where it has ended.
    func kill() {
        if process.isRunning { Foundation.kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
    }

    /// What it wrote to its standard error; to be asked for when it has ended.
    func remainingErrors() -> String {
        String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }

    static func get(_ url: String, method: String = "GET") async throws -> (status: Int, body: [UInt8]) {
        guard let url = URL(string: url) else { throw URLError(.badURL) }
        var request = URLRequest(url: url)
        request.httpMethod = method
        let (data, response) = try await URLSession.shared.data(for: request)
        return ((response as? HTTPURLResponse)?.statusCode ?? 0, Array(data))
    }
}
