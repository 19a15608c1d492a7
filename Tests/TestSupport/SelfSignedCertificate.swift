import Foundation

/// A certificate that is its own authority, made by openssl.
package struct SelfSignedCertificate: Sendable {
    /// Both as PEM.
    package let file: String
    package let keyFile: String

    private static let openssl = "/usr/bin/openssl"
    package static var isAvailable: Bool { FileManager.default.isExecutableFile(atPath: openssl) }

    /// - Parameters:
    ///   - path: what its files are called, without an ending.
    ///   - subject: the only one it is valid for, as openssl writes it: `DNS:localhost`.
    package static func make(_ path: String, for subject: String = "DNS:localhost") async throws -> Self {
        let made = SelfSignedCertificate(file: path + ".pem", keyFile: path + ".key")
        _ = try await ShortProgram.run(
            openssl,
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
                "-subj", "/CN=localhost", "-addext", "subjectAltName=\(subject)", "-keyout", made.keyFile,
                "-out", made.file,
            ]
        ).successful()
        return made
    }

    /// Lends one in a folder of its own.
    package static func lend<Result>(
        for subject: String, _ body: (SelfSignedCertificate) async throws -> Result
    ) async throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "certificate-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }  // a folder that stays harms nobody
        return try await body(try await make(folder.appending(path: "certificate").path, for: subject))
    }
}
