import HTTPTypes
import NIOCore
import Testing

@testable import Origin

/// The files of dumps, which are compressed by their own names.
@Suite struct DumpFileTests {
    private static let folder = "dumps/sim-1/final-0123abcd"
    let site: Site

    init() throws { site = try Site() }

    @Test(arguments: [nil, "gzip", "br, gzip", "identity;q=0, gzip", "*;q=0"])
    func tableIsSentAsWhatItIs(accepted: String?) async throws {
        try site.write("\(Self.folder)/changes.csv.gz", "compressed")
        // Siblings that nobody should make of it.
        try site.write("\(Self.folder)/changes.csv.gz.gz", "twice")
        try await site.serve { client in
            let headers: HTTPFields = accepted.map { [.acceptEncoding: $0] } ?? [:]
            let response = try await client.execute(
                uri: "/\(Self.folder)/changes.csv.gz", method: .get, headers: headers)
            #expect(response.status == .ok)
            #expect(String(buffer: response.body) == "compressed")
            #expect(response.headers[.contentType] == "application/gzip")
            #expect(response.headers[.contentEncoding] == nil)
            #expect(response.headers[.vary] == nil)
            #expect(response.headers[.cacheControl] == "public, max-age=31536000, immutable")
            #expect(response.headers[.accessControlAllowOrigin] == "*")
            let tag = try #require(response.headers[.eTag])
            let again = try await client.execute(
                uri: "/\(Self.folder)/changes.csv.gz", method: .get, headers: [.ifNoneMatch: tag])
            #expect(again.status == .notModified)
        }
    }

    @Test(arguments: [
        ("sha256sums", "text/plain; charset=utf-8"), ("datapackage.json", "application/json; charset=utf-8"),
        ("expand.py", "text/x-python; charset=utf-8"),
    ])
    func otherFilesHaveTheirTypes(name: String, type: String) async throws {
        try site.write("\(Self.folder)/\(name)", "x")
        try await site.serve { client in
            let response = try await client.execute(uri: "/\(Self.folder)/\(name)", method: .get)
            #expect(response.headers[.contentType] == type)
            #expect(response.headers[.cacheControl] == "public, max-age=31536000, immutable")
        }
    }

    @Test func tableThatIsNotThereIsNotFound() async throws {
        try site.write("\(Self.folder)/borders.csv", "plain")
        try await site.serve { client in
            for path in ["changes.csv.gz", "changes.csv", "borders.csv.gz"] {
                let response = try await client.execute(uri: "/\(Self.folder)/\(path)", method: .get)
                #expect(response.status == .notFound, "\(path)")
            }
        }
    }

    @Test func indexIsReplaced() async throws {
        try site.writeAllCodings("dumps/index.html", "page")
        try await site.serve { client in
            let response = try await client.execute(uri: "/dumps/", method: .get, headers: [.acceptEncoding: "gzip"])
            #expect(response.headers[.contentEncoding] == "gzip")
            #expect(response.headers[.cacheControl]?.contains("immutable") == false)
        }
    }
}
