import Foundation
import HTTPTypes
import NIOCore
import Testing

@testable import Origin

/// What lies in the directory but is not meant to leave it, and what is too large to keep.
@Suite struct OriginFileTests {
    let site: Site

    init() throws { site = try Site() }

    @Test func linksWithinTheRootAreFollowed() async throws {
        try site.write("real/a.json", "inside")
        symlink("real", site.root + "/link")
        symlink("real/a.json", site.root + "/b.json")
        try await site.serve { client in
            for path in ["/link/a.json", "/b.json"] {
                let response = try await client.execute(uri: path, method: .get)
                #expect(String(buffer: response.body) == "inside")
            }
        }
    }

    @Test func linksOutOfTheRootAreNot() async throws {
        let outside = (site.root as NSString).deletingLastPathComponent
        try Data("secret".utf8).write(to: URL(fileURLWithPath: outside + "/secret.json"))
        // A neighbour whose name starts with the root's.
        try FileManager.default.createDirectory(atPath: site.root + "-other", withIntermediateDirectories: true)
        try Data("secret".utf8).write(to: URL(fileURLWithPath: site.root + "-other/secret.json"))
        symlink("../secret.json", site.root + "/relative.json")
        symlink(outside + "/secret.json", site.root + "/absolute.json")
        symlink("..", site.root + "/up")
        symlink("../Output-other", site.root + "/neighbour")
        symlink("/etc/passwd", site.root + "/passwd.txt")
        symlink("loop.json", site.root + "/loop.json")
        try site.write("a.json", "plain")
        symlink("../secret.json", site.root + "/a.json.br")
        try await site.serve { client in
            for path in [
                "/relative.json", "/absolute.json", "/up/secret.json", "/neighbour/secret.json", "/passwd.txt",
                "/loop.json",
            ] {
                let response = try await client.execute(uri: path, method: .get)
                #expect(response.status == .notFound, "\(path)")
                #expect(!String(buffer: response.body).contains("secret"))
            }
            let sibling = try await client.execute(uri: "/a.json", method: .get, headers: [.acceptEncoding: "br"])
            #expect(String(buffer: sibling.body) == "plain")
            #expect(sibling.headers[.contentEncoding] == nil)
        }
    }

    @Test func aLinkThatIsTurnedOutwardsLaterIsNotFollowedEither() async throws {
        let site = site
        let outside = (site.root as NSString).deletingLastPathComponent
        try Data("secret".utf8).write(to: URL(fileURLWithPath: outside + "/secret.json"))
        try site.write("real.json", "inside")
        symlink("real.json", site.root + "/a.json")
        try await site.serve { client in
            let before = try await client.execute(uri: "/a.json", method: .get)
            #expect(String(buffer: before.body) == "inside")
            unlink(site.root + "/a.json")
            symlink("../secret.json", site.root + "/a.json")
            let after = try await client.execute(uri: "/a.json", method: .get)
            #expect(after.status == .notFound)
        }
    }

    @Test func whatIsNoRegularFileIsNotOpened() async throws {
        mkfifo(site.root + "/pipe.json", 0o644)
        try FileManager.default.createDirectory(atPath: site.root + "/folder.json", withIntermediateDirectories: true)
        try await site.serve { client in
            for path in ["/pipe.json", "/folder.json", "/folder.json/"] {
                let response = try await client.execute(uri: path, method: .get)
                #expect(response.status == .notFound)
            }
        }
    }

    @Test(arguments: [0, 1, OriginLimits.keptFileBytes, OriginLimits.keptFileBytes + 1, 5_000_000])
    func filesOfAnySizeAreSentWhole(bytes: Int) async throws {
        let text = String(repeating: "0123456789", count: bytes / 10) + String(repeating: "x", count: bytes % 10)
        try site.write("dump.csv", text)
        try await site.serve { client in
            let response = try await client.execute(uri: "/dump.csv", method: .get)
            #expect(String(buffer: response.body) == text)
            #expect(response.headers[.contentLength] == String(bytes))
            let tag = try #require(response.headers[.eTag])
            let again = try await client.execute(uri: "/dump.csv", method: .get, headers: [.ifNoneMatch: tag])
            #expect(again.status == .notModified)
        }
    }

    @Test func aLargeFileThatIsReplacedHasAnotherTag() async throws {
        let site = site
        let text = String(repeating: "x", count: OriginLimits.keptFileBytes + 1)
        try site.write("dump.csv", text)
        try await site.serve { client in
            let before = try await client.execute(uri: "/dump.csv", method: .head)
            try site.write("dump.csv", text, modified: 1_795_176_182)
            let after = try await client.execute(uri: "/dump.csv", method: .head)
            #expect(before.headers[.eTag] != after.headers[.eTag])
        }
    }
}
