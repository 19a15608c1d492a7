import TestSupport
import Testing

@testable import Transfer

@Suite(
    .enabled(
        if: TestServer.isAvailable && SelfSignedCertificate.isAvailable && Executable.nghttpd != nil,
        "python3, openssl or nghttpd is not installed"))
struct HTTP2Tests {
    @Test func tlsNegotiatesHTTP2() async throws {
        try await SelfSignedCertificate.lend(for: "IP:127.0.0.1") { certificate in
            try await HTTP2Server.run(certificate: certificate) { server async throws in
                try await TransferClient.use(authorityFile: certificate.file) { client async throws in
                    let response = try await client.perform(Request(url: server.url))
                    #expect(response.httpVersion == .http2)
                    #expect(response.status == 200)
                    #expect(response.body == Array("two".utf8))
                    #expect(response.value(ofHeader: "Content-Length") == "3")
                }
            }
        }
    }

    @Test func oneConnectionCarriesMany() async throws {
        try await SelfSignedCertificate.lend(for: "IP:127.0.0.1") { certificate in
            try await HTTP2Server.run(certificate: certificate) { server async throws in
                try await TransferClient.use(maximumPerHost: 1, authorityFile: certificate.file) { client in
                    let request = Request(url: server.url)
                    try await withThrowingTaskGroup(of: Response.self) { group in
                        for _ in 0..<100 { group.addTask { try await client.perform(request) } }
                        for try await response in group {
                            #expect(response.httpVersion == .http2)
                            #expect(response.body == Array("two".utf8))
                        }
                    }
                }
            }
        }
    }

    @Test func http11OffersNoHTTP2() async throws {
        try await SelfSignedCertificate.lend(for: "IP:127.0.0.1") { certificate in
            try await HTTP2Server.run(certificate: certificate) { server async throws in
                try await TransferClient.use(authorityFile: certificate.file) { client async throws in
                    // This server speaks HTTP/2 alone, and hangs up.
                    let request = Request(url: server.url, version: .http11)
                    #expect(try await client.failure(request) == .cutShort)
                }
            }
        }
    }
}
