import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Testing

@testable import Admin

private func server(ready: Bool = true) -> AdminServer {
    AdminServer(
        host: "127.0.0.1", port: 0, logger: Logger(label: "test"), mediaType: "text/plain; version=0.0.4",
        metrics: { "a_total 1\n" },
        readiness: { Readiness(isReady: ready, reasons: ready ? [] : ["sim-1/main is stale"]) })
}

@Suite struct AdminServerTests {
    @Test(arguments: [
        ("/metrics", HTTPRequest.Method.get, 200, "a_total 1\n"), ("/health", .get, 200, "ok\n"),
        ("/ready", .get, 200, "ready\n"), ("/metrics", .head, 200, ""),
        ("/", .get, 404, "here are /metrics, /health and /ready\n"),
        ("/metrics/", .get, 404, "here are /metrics, /health and /ready\n"), ("/metrics", .post, 405, "write GET\n"),
    ])
    func answers(path: String, method: HTTPRequest.Method, status: Int, body: String) async throws {
        try await server().application().test(.router) { client in
            try await client.execute(uri: path, method: method) { response in
                #expect(response.status.code == status)
                #expect(String(buffer: response.body) == body)
                #expect(response.headers[.cacheControl] == "no-store")
            }
        }
    }

    @Test func metricsNameTheirFormat() async throws {
        try await server().application().test(.router) { client in
            try await client.execute(uri: "/metrics", method: .get) { response in
                #expect(response.headers[.contentType] == "text/plain; version=0.0.4")
            }
        }
    }

    @Test func staleEditionsMakeItNotReady() async throws {
        try await server(ready: false).application().test(.router) { client in
            try await client.execute(uri: "/ready", method: .get) { response in
                #expect(response.status == .serviceUnavailable)
                #expect(String(buffer: response.body) == "not ready\nsim-1/main is stale\n")
            }
        }
    }
}
