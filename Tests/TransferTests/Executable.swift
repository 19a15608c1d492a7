import Foundation
import Testing

/// Programs the tests use where they are installed.
enum Executable {
    static let python = find("python3")
    static let openssl = find("openssl")
    static let nghttpd = find("nghttpd")

    private static func find(_ name: String) -> URL? {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        return (["/usr/bin", "/usr/sbin"] + path.split(separator: ":").map(String.init))
            .map { URL(filePath: $0).appending(path: name) }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }

    /// Runs a short program to its end, without waiting for anything else between, and answers its trimmed output.
    static func output(of executable: URL, _ arguments: String...) throws -> String {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Ends a server. Not by SIGTERM, which a process started from Dispatch's threads has blocked, and without waiting:
    /// that works only on the thread that started it, and a task may have moved on.
    static func stop(_ process: Process) {
        kill(process.processIdentifier, SIGKILL)
    }
}
