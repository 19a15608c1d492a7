import EmbeddedServer
import Foundation

/// A directory for one test's server, removed at the end with whatever still serves it.
struct ServerDirectory {
    let path: String

    static func with<T>(
        named name: String = "server", _ body: (ServerDirectory) async throws -> T
    ) async throws -> T {
        let root = NSTemporaryDirectory() + "/es-" + UUID().uuidString.prefix(8)
        let directory = ServerDirectory(path: "\(root)/\(name)")
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
        do {
            let result = try await body(directory)
            try directory.tidyUp(root)
            return result
        } catch {
            try directory.tidyUp(root)
            throw error
        }
    }

    /// Small and quick to make.
    var options: EmbeddedServerOptions {
        EmbeddedServerOptions(directory: path, bufferPoolBytes: 16 << 20, redoLogBytes: 8 << 20)
    }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: file(name)) }

    func text(of name: String) throws -> String { try String(contentsOfFile: file(name), encoding: .utf8) }

    func write(_ text: String, to name: String) throws {
        try text.write(toFile: file(name), atomically: true, encoding: .utf8)
    }

    /// Writes a program that stands in for one of MariaDB's.
    func writeProgram(_ name: String, _ script: String) throws {
        try FileManager.default.createDirectory(atPath: file("programs"), withIntermediateDirectories: true)
        try write("#!/bin/sh\n\(script)\n", to: "programs/\(name)")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file("programs/\(name)"))
    }

    private func tidyUp(_ root: String) throws {
        let data = URL(fileURLWithPath: file("data")).resolvingSymlinksInPath().path
        if let pid = serverProcess(of: data) { kill(pid, SIGKILL) }
        try FileManager.default.removeItem(atPath: root)
    }
}
