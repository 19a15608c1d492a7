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

    /// A port nobody listens on at the moment.
    private func freePort() throws -> UInt16 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let code = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
                bind(descriptor, raw, length) == 0 ? getsockname(descriptor, raw, &length) : -1
            }
        }
        try #require(code == 0)
        return UInt16(bigEndian: address.sin_port)
    }

    @Test func connectionsAreEncryptedAndTheServerIsChecked() async throws {
        let directory = NSTemporaryDirectory() + "/tls-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { _ = try? FileManager.default.removeItem(atPath: directory) }
        let right = try makeCertificate("right", in: directory)
        let other = try makeCertificate("other", in: directory)
        let port = try freePort()
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
