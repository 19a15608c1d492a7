import Foundation
import Testing

/// Programs the tests use where they are installed.
enum Executable {
    static let python = find("python3")
    static let nghttpd = find("nghttpd")

    private static func find(_ name: String) -> URL? {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        return (["/usr/bin", "/usr/sbin"] + path.split(separator: ":").map(String.init))
            .map { URL(filePath: $0).appending(path: name) }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }

    /// Ends a server. Not by SIGTERM, which a process started from Dispatch's threads has blocked, and without waiting:
    /// that works only on the thread that started it, and a task may have moved on.
    static func stop(_ process: Process) {
        kill(process.processIdentifier, SIGKILL)
    }
}
