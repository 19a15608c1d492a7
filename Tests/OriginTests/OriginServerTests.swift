import Foundation
import HTTPTypes
import NIOCore
import Rankings
import Testing

@testable import Origin

@Suite struct OriginServerTests {
    let site: Site

    init() throws { site = try Site() }

    // MARK: Codings

    @Test(
        arguments: [
            (nil, "plain", nil, ""), ("br", "br of plain", "br", "-br"), ("gzip", "gz of plain", "gzip", "-gz"),
            ("gzip, deflate, br", "br of plain", "br", "-br"), ("br;q=0, gzip;q=0.1", "gz of plain", "gzip", "-gz"),
            ("identity", "plain", nil, ""),
        ] as [(String?, String, String?, String)])
    func sendsTheCodingAskedFor(accepted: String?, body: String, coding: String?, tagSuffix: String) async throws {
        try site.writeAllCodings("e/sim-1/main/latest.json", "plain")
        try await site.serve { client in
            let headers: HTTPFields = accepted.map { [.acceptEncoding: $0] } ?? [:]
            let response = try await client.execute(uri: "/e/sim-1/main/latest.json", method: .get, headers: headers)
            #expect(response.status == .ok)
            #expect(String(buffer: response.body) == body)
            #expect(response.headers[.contentEncoding] == coding)
            #expect(response.headers[.contentType] == "application/json; charset=utf-8")
            #expect(response.headers[.vary] == "Accept-Encoding")
            #expect(response.headers[.lastModified] == "Fri, 20 Nov 2026 12:03:01 GMT")
            let tag = try #require(response.headers[.eTag])
            #expect(tag.wholeMatch(of: try Regex("\"[0-9a-f]{16}\(tagSuffix)\"")) != nil)
        }
    }

    @Test func aTagBelongsToTheBytesOfItsCoding() async throws {
        try site.writeAllCodings("a.json", "one")
        let site = site
        try await site.serve { client in
            var tags: Set<String> = []
            for _ in 0..<2 {
                for coding in ["br", "gzip", "identity"] {
                    let response = try await client.execute(
                        uri: "/a.json", method: .get, headers: [.acceptEncoding: coding])
                    tags.insert(try #require(response.headers[.eTag]))
                }
            }
            #expect(tags.count == 3)
            // A sibling that still holds the old edition keeps its old tag.
            try site.write("a.json", "two")
            let old = try await client.execute(uri: "/a.json", method: .get, headers: [.acceptEncoding: "br"])
            #expect(tags.contains(try #require(old.headers[.eTag])))
            let new = try await client.execute(uri: "/a.json", method: .get)
            #expect(!tags.contains(try #require(new.headers[.eTag])))
        }
    }

    @Test func theTagIsTheHashOfTheBytes() async throws {
        try site.write("a.json", "abc")
        try await site.serve { client in
            let response = try await client.execute(uri: "/a.json", method: .get)
            // SHA-256 of "abc", FIPS 180-2, B.1
            #expect(response.headers[.eTag] == "\"ba7816bf8f01cfea\"")
        }
    }

    @Test func nothingAcceptableIsSaid() async throws {
        try site.writeAllCodings("a.json", "plain")
        try await site.serve { client in
            let response = try await client.execute(
                uri: "/a.json", method: .get, headers: [.acceptEncoding: "identity;q=0, deflate"])
            #expect(response.status == .notAcceptable)
            #expect(response.headers[.vary] == "Accept-Encoding")
            #expect(response.headers[.cacheControl] == "no-store")
        }
    }

    @Test func aSiblingWithoutItsFileIsNothing() async throws {
        try site.write("a.json.br", "half published")
        try await site.serve { client in
            let response = try await client.execute(uri: "/a.json", method: .get, headers: [.acceptEncoding: "br"])
            #expect(response.status == .notFound)
        }
    }

    @Test func severalFieldsOfAClientAreOneList() async throws {
        try site.writeAllCodings("a.json", "plain")
        try await site.serve { client in
            var headers: HTTPFields = [:]
            headers[values: .acceptEncoding] = ["br;q=0", "gzip"]
            let response = try await client.execute(uri: "/a.json", method: .get, headers: headers)
            #expect(response.headers[.contentEncoding] == "gzip")
        }
    }

    // MARK: Conditions

    @Test func aVersionTheClientHasIsNotSentAgain() async throws {
        try site.writeAllCodings("a.json", "plain")
        try await site.serve { client in
            let full = try await client.execute(uri: "/a.json", method: .get, headers: [.acceptEncoding: "br"])
            let tag = try #require(full.headers[.eTag])
            for condition in [tag, "W/" + tag, "\"x\", " + tag, "*"] {
                let response = try await client.execute(
                    uri: "/a.json", method: .get, headers: [.acceptEncoding: "br", .ifNoneMatch: condition])
                #expect(response.status == .notModified)
                #expect(response.body.readableBytes == 0)
                for name in [HTTPField.Name.eTag, .cacheControl, .cdnCacheControl, .vary, .lastModified] {
                    #expect(response.headers[name] == full.headers[name])
                    #expect(response.headers[name] != nil)
                }
                #expect(response.headers[.date] != nil)
                #expect(response.headers[.contentLength] == nil)
            }
            let otherCoding = try await client.execute(
                uri: "/a.json", method: .get, headers: [.acceptEncoding: "gzip", .ifNoneMatch: tag])
            #expect(otherCoding.status == .ok)
        }
    }

    @Test(
        arguments: [
            ("Fri, 20 Nov 2026 12:03:01 GMT", nil, 304),
            ("Fri, 20 Nov 2026 12:03:02 GMT", nil, 304),
            ("Fri, 20 Nov 2026 12:03:00 GMT", nil, 200),
            ("yesterday", nil, 200),
            ("Fri, 20 Nov 2026 12:03:01 GMT", "\"other\"", 200),
            ("Fri, 20 Nov 2026 12:03:00 GMT", "*", 304),
        ] as [(String, String?, Int)])
    func aDateCountsWhereThereIsNoTag(date: String, tag: String?, status: Int) async throws {
        try site.write("a.json", "plain")
        try await site.serve { client in
            var headers: HTTPFields = [.ifModifiedSince: date]
            headers[.ifNoneMatch] = tag
            let response = try await client.execute(uri: "/a.json", method: .get, headers: headers)
            #expect(response.status.code == status)
        }
    }

    // MARK: Caching

    @Test func liveFilesExpireWithTheNextEdition() async throws {
        let site = site
        try site.write("manifest.json", #"{"next":1795176240,"publication_delay_p90_ms":3000}"#)
        try site.write("index.html", "page")
        try await site.serve { client in
            for path in ["/", "/manifest.json"] {
                let response = try await client.execute(uri: path, method: .get)
                #expect(response.headers[.cacheControl] == "public, max-age=53, stale-if-error=86400")
                #expect(
                    response.headers[.cdnCacheControl]
                        == "public, max-age=53, stale-while-revalidate=30, stale-if-error=86400")
            }
            try site.write("manifest.json", #"{"next":1795176300,"publication_delay_p90_ms":3000}"#)
            let later = try await client.execute(uri: "/", method: .get)
            #expect(later.headers[.cacheControl] == "public, max-age=65, stale-if-error=86400")
            try site.write("manifest.json", "broken")
            let broken = try await client.execute(uri: "/", method: .get)
            #expect(broken.headers[.cacheControl] == "public, max-age=55, stale-if-error=86400")
        }
    }

    @Test func sealedFilesNeverExpire() async throws {
        try site.write("e/sim-1/main/at/29919603.json", "{}")
        try await site.serve { client in
            let response = try await client.execute(uri: "/e/sim-1/main/at/29919603.json", method: .get)
            #expect(response.headers[.cacheControl] == "public, max-age=31536000, immutable")
            #expect(response.headers[.cdnCacheControl] == nil)
        }
    }

    @Test func aReplacedFileIsSentAtOnce() async throws {
        let site = site
        try site.write("a.json", "one")
        try await site.serve { client in
            for text in ["one", "two", "three"] {
                try site.write("a.json", text)
                let response = try await client.execute(uri: "/a.json", method: .get)
                #expect(String(buffer: response.body) == text)
            }
        }
    }

    // MARK: Paths

    @Test func queriesAreIgnored() async throws {
        try site.write("a.json", "plain")
        try await site.serve { client in
            let response = try await client.execute(uri: "/a.json?b=../../c&%", method: .get)
            #expect(String(buffer: response.body) == "plain")
        }
    }

    @Test func directoriesHaveTheirIndexBehindASlash() async throws {
        try site.write("e/sim-1/main/index.html", "page")
        try await site.serve { client in
            let page = try await client.execute(uri: "/e/sim-1/main/", method: .get)
            #expect(String(buffer: page.body) == "page")
            #expect(page.headers[.contentType] == "text/html; charset=utf-8")
            let redirect = try await client.execute(uri: "/e/sim-1/%6Dain?x=1", method: .get)
            #expect(redirect.status == .permanentRedirect)
            #expect(redirect.headers[.location] == "/e/sim-1/%6Dain/")
            let without = try await client.execute(uri: "/e/sim-1", method: .get)
            #expect(without.status == .notFound)
        }
    }

    @Test func aRootThatIsNotThereYetHasNothing() async throws {
        try FileManager.default.removeItem(atPath: site.root)
        try await site.serve { client in
            let response = try await client.execute(uri: "/", method: .get)
            #expect(response.status == .notFound)
        }
    }

    @Test(
        arguments: [
            ("/e/x/main/at/1.json", "public, max-age=5", "text/plain; charset=utf-8", "*"),
            ("/e/x/main/", "public, max-age=5", "text/html; charset=utf-8", nil),
            ("/nothing", "public, max-age=60", "text/html; charset=utf-8", nil),
            ("/nothing.png", "public, max-age=60", "text/plain; charset=utf-8", nil),
        ] as [(String, String, String, String?)])
    func whatIsMissingIsSaidBriefly(path: String, caching: String, type: String, origin: String?) async throws {
        try site.writeAllCodings("404.html", "no such page")
        try await site.serve { client in
            let response = try await client.execute(uri: path, method: .get, headers: [.acceptEncoding: "br"])
            #expect(response.status == .notFound)
            #expect(response.headers[.cacheControl] == caching)
            #expect(response.headers[.contentType] == type)
            #expect(response.headers[.accessControlAllowOrigin] == origin)
            #expect(response.headers[.vary] == "Accept-Encoding")
            #expect(response.headers[.eTag] == nil)
            let isPage = type.hasPrefix("text/html")
            #expect(String(buffer: response.body) == (isPage ? "br of no such page" : "Not found\n"))
            #expect(response.headers[.contentEncoding] == (isPage ? "br" : nil))
        }
    }

    @Test(arguments: [HTTPRequest.Method.post, .put, .delete, .patch, .trace])
    func onlyReadingIsAllowed(method: HTTPRequest.Method) async throws {
        try site.write("a.json", "plain")
        try await site.serve { client in
            let response = try await client.execute(uri: "/a.json", method: method)
            #expect(response.status == .methodNotAllowed)
            #expect(response.headers[.allow] == "GET, HEAD, OPTIONS")
            #expect(response.headers[.cacheControl] == "no-store")
        }
    }

    // MARK: Fields

    @Test(
        arguments: [
            ("index.html", true, nil, "same-origin"), ("a.js", true, nil, "same-origin"),
            ("a.json", false, "*", "cross-origin"), ("a.svg", false, nil, "cross-origin"),
            ("a.css", false, nil, "same-origin"),
        ] as [(String, Bool, String?, String)])
    func everyAnswerIsGuarded(path: String, isPage: Bool, origin: String?, resource: String) async throws {
        try site.write(path, "x")
        try await site.serve { client in
            let fields = try await client.execute(uri: "/" + path, method: .get).headers
            let policy = try #require(fields[.contentSecurityPolicy])
            #expect(policy.hasPrefix("default-src 'none'; "))
            #expect(policy.contains("script-src 'self'") == isPage)
            #expect(policy.contains("'unsafe-inline'") == path.hasSuffix("svg"))
            #expect(fields[.xContentTypeOptions] == "nosniff")
            #expect(fields[.referrerPolicy] == "same-origin")
            #expect(fields[.permissionsPolicy]?.contains("camera=()") == true)
            #expect(fields[.crossOriginOpenerPolicy] == "same-origin")
            #expect(fields[.crossOriginResourcePolicy] == resource)
            #expect(fields[.accessControlAllowOrigin] == origin)
            #expect(fields[.server] == nil)
            #expect(fields[.setCookie] == nil)
        }
    }

    @Test func thePolicyOfPagesIsExact() async throws {
        try site.write("index.html", "x")
        try await site.serve { client in
            let fields = try await client.execute(uri: "/", method: .get).headers
            #expect(
                fields[.contentSecurityPolicy]
                    == "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
                    + "manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
        }
    }
}
