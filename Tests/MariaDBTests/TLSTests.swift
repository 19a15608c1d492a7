import Foundation
import MariaDB
import TestSupport
import Testing

private let openssl = "/usr/bin/openssl"
private let isOpenSSLInstalled = FileManager.default.isExecutableFile(atPath: openssl)

@Suite(.enabled(if: TestDatabase.isAvailable && isOpenSSLInstalled, "needs mariadbd and openssl"))
struct TLSTests {
    /// A certificate that is its own authority, valid for the host "localhost" only.
    private func makeCertificate(_ name: String, in directory: String) throws -> (certificate: String, key: String) {
        let files = (certificate: "\(directory)/\(name).pem", key: "\(directory)/\(name).key")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: openssl)
        process.arguments = [
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
            "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
            "-keyout", files.key, "-out", files.certificate,
        ]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return files
    }

    @Test func connectionsAreEncryptedAndTheServerIsChecked() async throws {
        let directory = NSTemporaryDirectory() + "/tls-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { _ = try? FileManager.default.removeItem(atPath: directory) }
        let right = try makeCertificate("right", in: directory)
        let other = try makeCertificate("other", in: directory)
        let port = try FreePort.find()
        try TestDatabase.startSecureServer(
            certificatePath: right.certificate, keyPath: right.key, port: port)
        let plain = Endpoint(address: .tcp(host: "localhost", port: port), user: "root")

        var secure = plain
        secure.tls = .required(certificateAuthorityPath: right.certificate)
        let connection = try await Connection.open(secure)
        #expect(try await connection.cipher() != nil)
        await connection.close()

        let open = try await Connection.open(plain)
        #expect(try await open.cipher() == nil)
        await open.close()

        var refused = [secure, secure, secure]
        refused[0].tls = .required(certificateAuthorityPath: other.certificate)
        refused[1].tls = .required(certificateAuthorityPath: nil)
        refused[2].address = .tcp(host: "127.0.0.1", port: port)
        for endpoint in refused {
            let error = await #expect(throws: DatabaseError.self) { try await Connection.open(endpoint) }
            #expect(error?.code == 2026, "\(endpoint)")
        }
    }
}
