import Foundation
import NIOCore
import TestSupport
import Testing

@testable import Origin

/// TLS and HTTP/2, asked by curl.
@Suite(.enabled(if: Curl.isAvailable && SelfSignedCertificate.isAvailable, "needs curl and openssl"))
struct TLSTests {
    let site: Site
    let folder: String

    init() throws {
        site = try Site()
        folder = (site.root as NSString).deletingLastPathComponent
        try site.writeAllCodings("a.json", "plain")
    }

    private func certificate(_ name: String = "site") async throws -> CertificateFiles {
        let made = try await SelfSignedCertificate.make("\(folder)/\(name)")
        return CertificateFiles(certificate: made.file, key: made.keyFile)
    }

    @Test(arguments: [("--http2", "2"), ("--http1.1", "1.1")])
    func aClientGetsTheVersionItSpeaks(option: String, version: String) async throws {
        let files = try await certificate()
        try await site.serve(change: { $0.certificate = files }) { client in
            let asked = [option, "--cacert", files.certificate, "https://localhost:\(client.port)/a.json"]
            let answer = try await Curl.run(
                asked + ["--include", "--header", "Accept-Encoding: br", "--write-out", "\n%{http_version}"])
            #expect(answer.hasSuffix("br of plain\n\(version)"))
            let fields = answer.lowercased()
            for field in ["content-encoding: br", "vary: accept-encoding", "cache-control: public", "etag: \""] {
                #expect(fields.contains("\r\n" + field))
            }
            #expect(!fields.contains("transfer-encoding") && !fields.contains("\r\nconnection:"))
            let head = try await Curl.run(asked + ["--head", "--write-out", "%{http_code} %{size_download}"])
            #expect(head.hasSuffix("200 0"))
        }
    }

    @Test func severalRequestsShareOneConnection() async throws {
        let files = try await certificate()
        try site.write("dump.csv", String(repeating: "0123456789", count: 600_000))
        try await site.serve(change: { $0.certificate = files }) { client in
            let address = "https://localhost:\(client.port)"
            let answer = try await Curl.run([
                "--http2", "--cacert", files.certificate, "--parallel", "--output", "/dev/null", "--write-out",
                "%{http_code} %{size_download}\n", "\(address)/a.json", "--output", "/dev/null",
                "\(address)/dump.csv", "--output", "/dev/null", "\(address)/none.json",
            ])
            #expect(answer.split(separator: "\n").sorted() == ["200 5", "200 6000000", "404 10"])
        }
    }

    @Test func arePreparedForANewCertificate() async throws {
        let files = try await certificate()
        let store = try CertificateStore(files, recheck: .zero, logger: Site.silent)
        let first = store.current()
        #expect(store.current() === first)
        // A new certificate that does not fit its key: the last pair stays.
        let other = try await certificate("other")
        try replace(files.certificate, by: other.certificate)
        #expect(store.current() === first)
        try replace(files.key, by: other.key)
        #expect(store.current() !== first)
    }

    private func replace(_ file: String, by other: String) throws {
        try FileManager.default.removeItem(atPath: file)
        try FileManager.default.copyItem(atPath: other, toPath: file)
    }

    @Test func aCertificateThatCannotBeUsedIsSaidAtTheStart() async throws {
        let files = CertificateFiles(certificate: "\(folder)/none.pem", key: "\(folder)/none.key")
        let server = OriginServer(
            configuration: OriginConfiguration(root: site.root, host: "127.0.0.1", port: 0, certificate: files),
            time: FixedTime(instant: Site.now), logger: Site.silent)
        let error = await #expect(throws: OriginError.self) { try await server.run() }
        #expect(error?.code == .cannotUseCertificate)
        #expect(error?.description.hasPrefix("cannot use the certificate \(folder)/none.pem with its key: ") == true)
    }
}
