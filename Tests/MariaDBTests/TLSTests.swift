import Foundation
import MariaDB
import TestSupport
import Testing

@Suite(.enabled(if: TestDatabase.isAvailable && SelfSignedCertificate.isAvailable, "needs mariadbd and openssl"))
struct TLSTests {
    @Test func connectionsAreEncryptedAndTheServerIsChecked() async throws {
        let directory = NSTemporaryDirectory() + "/tls-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { _ = try? FileManager.default.removeItem(atPath: directory) }
        let right = try await SelfSignedCertificate.make("\(directory)/right")
        let other = try await SelfSignedCertificate.make("\(directory)/other")
        let port = try FreePort.find()
        try TestDatabase.startSecureServer(
            certificatePath: right.file, keyPath: right.keyFile, port: port)
        let plain = Endpoint(address: .tcp(host: "localhost", port: port), user: "root")

        var secure = plain
        secure.tls = .required(certificateAuthorityPath: right.file)
        let connection = try await Connection.open(secure)
        #expect(try await connection.cipher() != nil)
        await connection.close()

        let open = try await Connection.open(plain)
        #expect(try await open.cipher() == nil)
        await open.close()

        var refused = [secure, secure, secure]
        refused[0].tls = .required(certificateAuthorityPath: other.file)
        refused[1].tls = .required(certificateAuthorityPath: nil)
        refused[2].address = .tcp(host: "127.0.0.1", port: port)
        for endpoint in refused {
            let error = await #expect(throws: DatabaseError.self) { try await Connection.open(endpoint) }
            #expect(error?.code == 2026, "\(endpoint)")
        }
    }
}
