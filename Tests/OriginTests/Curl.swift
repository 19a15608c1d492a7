import Foundation
import Testing

/// Debian's curl, and openssl for certificates.
enum Curl {
    private static let curl = "/usr/bin/curl"
    private static let openssl = "/usr/bin/openssl"

    static var isAvailable: Bool {
        [curl, openssl].allSatisfy { FileManager.default.isExecutableFile(atPath: $0) }
    }

    struct Failure: Error { let status: Int32 }

    /// What it wrote to its output.
    static func run(_ arguments: [String]) async throws -> String {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(
                    with: Result { try output(of: curl, ["--silent", "--max-time", "20"] + arguments) })
            }
        }
    }

    /// Its own authority, for the host "localhost" only: `<path>.pem` and `<path>.key`.
    static func makeCertificate(_ path: String) throws {
        _ = try output(
            of: openssl,
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
                "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", path + ".key",
                "-out", path + ".pem",
            ])
    }

    private static func output(of program: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
        return String(decoding: data, as: UTF8.self)
    }
}
