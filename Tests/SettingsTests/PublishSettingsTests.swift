import Foundation
import Testing

@testable import Settings

@Suite struct PublishSettingsTests {
    private static let environment = ["A": "AKIA", "S": "hunter2"]
    private static let keys = "access_key_env: A, secret_key_env: S"

    @Test func nothingIsConfiguredByDefault() throws {
        #expect(try load("").publish == PublishSettings(bucket: nil, purge: nil))
    }

    @Test func aBucketIsRead() throws {
        let yaml = """
            publish: {bucket: {endpoint: 'https://s3.example/', name: my-site, region: auto, prefix: site/, \
            coding: br, \(Self.keys)}}
            """
        let publish = try load(yaml, environment: Self.environment).publish
        let bucket = BucketSettings(
            endpoint: "https://s3.example", region: "auto", name: "my-site", prefix: "site/",
            accessKey: Secret("AKIA"), secretKey: Secret("hunter2"))
        #expect(publish == PublishSettings(bucket: PublishBucketSettings(bucket: bucket, coding: "br"), purge: nil))
        #expect(!"\(publish)".contains("hunter2"))
    }

    @Test func aBucketHoldsGzipUnlessToldOtherwise() throws {
        let yaml = "publish: {bucket: {endpoint: 'http://s', name: abc, \(Self.keys)}}"
        #expect(try load(yaml, environment: Self.environment).publish.bucket?.coding == "gzip")
        let wrong = problems(
            yaml.replacing("name: abc", with: "name: abc, coding: zstd"), environment: Self.environment)
        #expect(wrong.map(\.key) == ["publish.bucket.coding"] && wrong.map(\.kind) == [.outOfRange])
    }

    @Test func credentialsMustBeNamed() {
        let found = problems("publish: {bucket: {endpoint: 'http://s', name: abc, access_key_env: A}}")
        #expect(found.map(\.key) == ["publish.bucket.access_key_env"])
    }

    @Test func aPurgeIsRead() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "token-\(UUID().uuidString)")
        try Data("Bearer hunter2\n".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let yaml = """
            site: {url: 'https://b.example'}
            publish:
              purge:
                method: POST
                url: https://api.example/zones/1/purge?force=1
                headers: {Content-Type: application/json}
                headers_env: {X-Key: A}
                headers_file: {Authorization: \(file.path)}
                body: '{"files":{urls}}'
                batch: 50
                interval: 15s
            """
        let purge = try #require(try load(yaml, environment: Self.environment).publish.purge)
        #expect(purge.method == "POST" && purge.url == "https://api.example/zones/1/purge?force=1")
        #expect(purge.plainHeaders == ["Content-Type": "application/json"])
        #expect(purge.headers.mapValues { $0.reveal() } == ["X-Key": "AKIA", "Authorization": "Bearer hunter2"])
        #expect(purge.isBatched && purge.batch == 50 && purge.interval == .seconds(15))
        #expect(!"\(purge)".contains("hunter2"))
    }

    @Test func aPathNeedsNoAddressOfTheSite() throws {
        let purge = try load("publish: {purge: {url: 'http://127.0.0.1:6081{path}'}}").publish.purge
        #expect(purge?.method == "PURGE" && purge?.body == nil && purge?.isBatched == false)
    }

    @Test(arguments: [
        ("url: 'http://cache'", ["publish.purge.url"]), ("url: '{url}'", ["site.url"]),
        ("url: 'http://cache', body: '{urls}'", ["site.url"]), ("method: POST", ["publish.purge.url"]),
        ("url: 'http://cache/{uri}'", ["publish.purge.url"]), ("url: 'ftp://cache{path}'", ["publish.purge.url"]),
        ("url: 'http://a:b@cache{path}'", ["publish.purge.url"]),
        ("url: 'http://cache{path}', headers: {Authorization: hunter2}", ["publish.purge.headers"]),
        ("url: 'http://cache{path}', headers_file: {Authorization: hunter2}", ["publish.purge.headers_file"]),
        ("url: 'http://cache{path}', headers_file: {Authorization: ./none}", ["publish.purge.headers_file"]),
        ("url: 'http://cache{path}', headers_env: {Authorization: NONE}", ["publish.purge.headers_env"]),
        ("url: 'http://cache{path}', batch: 1", ["publish.purge.batch"]),
    ])
    func whatCannotWorkIsToldAndShowsNoSecret(purge: String, keys: [String]) {
        let found = problems("publish: {purge: {\(purge)}}")
        #expect(found.map(\.key) == keys)
        #expect(!found.contains { "\($0)".contains("hunter2") })
    }
}
