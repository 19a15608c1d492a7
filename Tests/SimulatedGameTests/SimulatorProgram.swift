import Foundation
import FoundationNetworking

/// The built executable as a process of its own.
final class SimulatorProgram {
    private static let executable = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "game-simulator")
    static let isBuilt = FileManager.default.isExecutableFile(atPath: executable.path())

    private let process = Process()
    private let files: URL

    struct NotReady: Error {
        let output: String
        let errors: String
    }

    /// It writes into files: a pipe would be held open by any server that another test happens to start meanwhile.
    init(_ arguments: [String]) throws {
        files = FileManager.default.temporaryDirectory.appending(path: "simulator-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
        process.executableURL = Self.executable
        process.arguments = arguments
        process.standardOutput = try Self.newFile("output", in: files)
        process.standardError = try Self.newFile("errors", in: files)
        try process.run()
    }

    deinit { try? FileManager.default.removeItem(at: files) }  // a folder that stays harms nobody

    private static func newFile(_ name: String, in folder: URL) throws -> FileHandle {
        try Data().write(to: folder.appending(path: name))
        return try FileHandle(forWritingTo: folder.appending(path: name))
    }

    private func text(of name: String) -> String {
        let written = FileManager.default.contents(atPath: files.appending(path: name).path)
        return String(decoding: written ?? Data(), as: UTF8.self)
    }

    /// Waits for the one line that says where it listens.
    func url() async throws -> String {
        while !text(of: "output").hasSuffix("\n") {
            guard process.isRunning else { throw NotReady(output: text(of: "output"), errors: remainingErrors()) }
            try await Task.sleep(for: .milliseconds(5))
        }
        let line = text(of: "output")
        guard line.hasPrefix("listening on ") else { throw NotReady(output: line, errors: "") }
        return line.dropFirst("listening on ".count).trimmingCharacters(in: .newlines)
    }

    /// Asks it to end, waits, and returns its exit code; minus the signal's number where a signal ended it.
    func stop() async throws -> Int32 {
        process.terminate()
        return try await waitForEnd()
    }

    func waitForEnd() async throws -> Int32 {
        while process.isRunning { try await Task.sleep(for: .milliseconds(5)) }
        return process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    }

    /// Ends it whatever it does; does nothing where it has ended.
    func kill() {
        if process.isRunning { Foundation.kill(process.processIdentifier, SIGKILL) }
    }

    /// What it wrote to its standard error; to be asked for when it has ended.
    func remainingErrors() -> String { text(of: "errors") }

    static func get(_ url: String, method: String = "GET") async throws -> (status: Int, body: [UInt8]) {
        guard let url = URL(string: url) else { throw URLError(.badURL) }
        var request = URLRequest(url: url)
        request.httpMethod = method
        let (data, response) = try await URLSession.shared.data(for: request)
        return ((response as? HTTPURLResponse)?.statusCode ?? 0, Array(data))
    }
}
