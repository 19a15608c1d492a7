import HTTPTypes
import NIOCore
import Testing

@testable import Origin

/// Parts of files, over a socket.
@Suite struct PartialAnswerTests {
    let site: Site

    init() throws { site = try Site() }

    @Test func aPartOfThePlainFileIsSent() async throws {
        try site.writeAllCodings("a.json", "0123456789")
        try await site.serve { client in
            let whole = try await client.execute(uri: "/a.json", method: .get)
            #expect(whole.headers[.acceptRanges] == "bytes")
            let part = try await client.execute(uri: "/a.json", method: .get, headers: [.range: "bytes=2-4"])
            #expect(part.status == .partialContent)
            #expect(String(buffer: part.body) == "234")
            #expect(part.headers[.contentRange] == "bytes 2-4/10")
            #expect(part.headers[.contentLength] == "3")
            for name in [
                HTTPField.Name.eTag, .cacheControl, .cdnCacheControl, .vary, .lastModified, .contentType, .date,
            ] {
                #expect(part.headers[name] != nil)
                if name != .date { #expect(part.headers[name] == whole.headers[name]) }
            }
        }
    }

    @Test func aCodedFileIsSentWhole() async throws {
        try site.writeAllCodings("a.json", "0123456789")
        try await site.serve { client in
            let response = try await client.execute(
                uri: "/a.json", method: .get, headers: [.acceptEncoding: "br", .range: "bytes=2-4"])
            #expect(response.status == .ok)
            #expect(String(buffer: response.body) == "br of 0123456789")
            #expect(response.headers[.acceptRanges] == nil)
            #expect(response.headers[.contentRange] == nil)
        }
    }

    @Test(arguments: ["bytes=10-", "bytes=-0", "bytes=99999999999999999999-"])
    func whatIsBeyondTheEndIsRefusedWithTheLength(range: String) async throws {
        try site.write("a.json", "0123456789")
        try await site.serve { client in
            let response = try await client.execute(uri: "/a.json", method: .get, headers: [.range: range])
            #expect(response.status == .rangeNotSatisfiable)
            #expect(response.headers[.contentRange] == "bytes */10")
            #expect(response.headers[.cacheControl] == "no-store")
            #expect(response.headers[.vary] == "Accept-Encoding")
        }
    }

    @Test func aFileTooLargeToKeepIsSentInPartsToo() async throws {
        let size = OriginLimits.keptFileBytes + 10
        try site.write("dump.csv", String(repeating: "x", count: size - 5) + "abcde")
        try await site.serve { client in
            let end = try await client.execute(uri: "/dump.csv", method: .get, headers: [.range: "bytes=-7"])
            #expect(String(buffer: end.body) == "xxabcde")
            #expect(end.headers[.contentRange] == "bytes \(size - 7)-\(size - 1)/\(size)")
            let half = try await client.execute(uri: "/dump.csv", method: .get, headers: [.range: "bytes=100000-"])
            #expect(half.body.readableBytes == size - 100_000)
        }
    }

    @Test func aConditionComesBeforeTheRange() async throws {
        try site.write("a.json", "0123456789")
        try await site.serve { client in
            let tag = try #require(try await client.execute(uri: "/a.json", method: .get).headers[.eTag])
            let cases: [(HTTPFields, Int)] = [
                ([.range: "bytes=0-0", .ifRange: tag], 206), ([.range: "bytes=0-0", .ifRange: "\"x\""], 200),
                ([.range: "bytes=0-0", .ifNoneMatch: tag], 304), ([.range: "bytes=0-0", .ifMatch: "\"x\""], 412),
                ([.range: "bytes=10-", .ifRange: "\"x\""], 200), ([.range: "bytes=10-", .ifRange: tag], 416),
            ]
            for (headers, status) in cases {
                let response = try await client.execute(uri: "/a.json", method: .get, headers: headers)
                #expect(response.status.code == status, "\(headers)")
            }
            let head = try await client.execute(uri: "/a.json", method: .head, headers: [.range: "bytes=0-0"])
            #expect(head.status == .ok)
            #expect(head.headers[.contentLength] == "10")
        }
    }
}
