import Foundation
import Testing

/// A self-signed certificate for 127.0.0.1, in a directory of its own that ends with the test.
struct TestCertificate {
    let file: String
    let keyFile: String

    static func make<Result>(_ body: (TestCertificate) async throws -> Result) async throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "certificate-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let certificate = TestCertificate(
            file: folder.appending(path: "certificate.pem").path,
            keyFile: folder.appending(path: "key.pem").path)
        let openssl: URL = try #require(Executable.openssl)
        _ = try Executable.output(
            of: openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
            "-days", "2", "-subj", "/CN=test", "-addext", "subjectAltName=IP:127.0.0.1",
            "-out", certificate.file, "-keyout", certificate.keyFile)
        return try await body(certificate)
    }
}
