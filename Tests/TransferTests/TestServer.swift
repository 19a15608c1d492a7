import Foundation
import TestSupport
import Testing

/// A real HTTP server on loopback, in a process of its own, for one test.
struct TestServer {
    let port: Int
    /// Speaks TLS; 0 without a certificate.
    let securePort: Int
    /// Bound, but nothing listens there.
    let refusingPort: Int
    /// Listens, but takes no further connection.
    let fullPort: Int

    /// Whether the tests that need a server can run.
    static let isAvailable = Executable.python != nil

    func url(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }
    func secureURL(_ path: String) -> String { "https://127.0.0.1:\(securePort)\(path)" }

    /// One for all tests that don't count; it ends with the tests, when its input does.
    static let shared = Task { try await start(certificate: nil).server }

    /// Runs the body beside a server of its own that ends with it.
    static func run<Result>(
        certificate: SelfSignedCertificate? = nil,
        _ body: (TestServer) async throws -> Result
    ) async throws -> Result {
        let (server, process) = try await start(certificate: certificate)
        defer { Executable.stop(process) }
        return try await body(server)
    }

    private static func start(
        certificate: SelfSignedCertificate?
    ) async throws -> (server: TestServer, process: Process) {
        let process = Process()
        let executable: URL = try #require(Executable.python)
        process.executableURL = executable
        process.arguments = ["-c", script] + (certificate.map { [$0.file, $0.keyFile] } ?? [])
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let line = try await firstLine(of: output.fileHandleForReading)
        let ports = line.split(separator: " ").compactMap { Int($0) }
        try #require(ports.count == 4, "the test server ended")
        let server = TestServer(port: ports[0], securePort: ports[1], refusingPort: ports[2], fullPort: ports[3])
        return (server, process)
    }

    private static func firstLine(of file: FileHandle) async throws -> String {
        try await OwnThread.run {
            var line = Data()
            while line.last != UInt8(ascii: "\n") {
                let more = file.availableData
                if more.isEmpty { break }
                line += more
            }
            return String(decoding: line, as: UTF8.self).trimmingCharacters(in: .newlines)
        }
    }
}
