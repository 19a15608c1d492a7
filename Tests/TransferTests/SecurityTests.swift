import TestSupport
import Testing

@testable import Transfer

@Suite(.enabled(if: TestServer.isAvailable && SelfSignedCertificate.isAvailable, "python3 or openssl is not installed"))
struct SecurityTests {
    @Test func onlyATrustedCertificateIsTalkedTo() async throws {
        try await SelfSignedCertificate.lend(for: "IP:127.0.0.1") { certificate in
            try await TestServer.run(certificate: certificate) { server async throws in
                try await TransferClient.use { client async throws in
                    #expect(try await client.failure(Request(url: server.secureURL("/hello"))) == .tls)
                }
                try await TransferClient.use(authorityFile: certificate.file) { client async throws in
                    #expect(try await client.text(server.secureURL("/hello")) == "hello")
                    // The certificate is for the address, not for the name.
                    let byName = Request(url: "https://localhost:\(server.securePort)/hello")
                    #expect(try await client.failure(byName) == .tls)
                }
            }
        }
    }

    @Test func aServerWithoutTLSIsTold() async throws {
        let server = try await TestServer.shared.value
        try await TransferClient.use { client async throws in
            #expect(try await client.failure(Request(url: "https://127.0.0.1:\(server.port)/")) == .tls)
        }
    }

    @Test func anAuthorityFileThatIsMissingIsTold() async throws {
        try await SelfSignedCertificate.lend(for: "IP:127.0.0.1") { certificate in
            try await TestServer.run(certificate: certificate) { server async throws in
                try await TransferClient.use(authorityFile: certificate.file + ".missing") { client async throws in
                    #expect(try await client.failure(Request(url: server.secureURL("/hello"))) == .tls)
                }
            }
        }
    }

    @Test func aRedirectMayNotLeaveTLSWhereHTTPIsForbidden() async throws {
        try await SelfSignedCertificate.lend(for: "IP:127.0.0.1") { certificate in
            try await TestServer.run(certificate: certificate) { server async throws in
                try await TransferClient.use(authorityFile: certificate.file) { client async throws in
                    let url = server.secureURL("/elsewhere?\(server.url("/hello"))")
                    let limits = Limits(schemes: [.https])
                    #expect(try await client.failure(Request(url: url, limits: limits)) == .schemeNotAllowed)
                    #expect(try await client.text(url) == "hello")
                }
            }
        }
    }
}
