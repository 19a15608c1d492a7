import Foundation
import TestSupport
import Testing

@testable import Transfer

/// nghttp2's own server on loopback, for one test. It serves `/index.html`, which says "two".
struct HTTP2Server {
    let port: Int

    static func run<Result>(
        certificate: SelfSignedCertificate,
        _ body: (HTTP2Server) async throws -> Result
    ) async throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "http2-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("two".utf8).write(to: folder.appending(path: "index.html"))
        // It can't choose a port by itself.
        let port = Int(try FreePort.find())
        let process = Process()
        let executable: URL = try #require(Executable.nghttpd)
        process.executableURL = executable
        process.arguments = [
            "-a", "127.0.0.1", "-d", folder.path, "\(port)", certificate.keyFile, certificate.file,
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        defer { Executable.stop(process) }
        let server = HTTP2Server(port: port)
        try await TransferClient.use { client in
            let probe = Request(url: server.url)
            while process.isRunning, try await client.failure(probe) == .refused { await Task.yield() }
        }
        return try await body(server)
    }

    var url: String { "https://127.0.0.1:\(port)/index.html" }
}
