import Foundation
import Testing

@testable import Settings

@Suite struct BackupSettingsTests {
    private static let bucket = """
        backup: {passphrase_env: P, bucket: {endpoint: 'https://s3.example/', name: my-bucket, region: eu-1, \
        prefix: a/b-, access_key_env: A, secret_key_env: S}}
        """
    private static let environment = ["A": "AKIA", "S": "hunter2", "P": "correct horse"]

    @Test func nothingIsConfiguredByDefault() throws {
        #expect(try load("").backup == BackupSettings(place: nil, passphrase: nil))
    }

    @Test func aFolderIsRelativeToTheFile() throws {
        #expect(try load("backup: {folder: there}").backup.place == .folder("/etc/test/there"))
    }

    @Test func aBucketIsRead() throws {
        let backup = try load(Self.bucket, environment: Self.environment).backup
        #expect(
            backup
                == BackupSettings(
                    place: .bucket(
                        BucketSettings(
                            endpoint: "https://s3.example", region: "eu-1", name: "my-bucket", prefix: "a/b-",
                            accessKey: Secret("AKIA"), secretKey: Secret("hunter2"))),
                    passphrase: Secret("correct horse")))
        #expect(!"\(backup)".contains("hunter2") && !"\(backup)".contains("horse"))
    }

    @Test func aBucketHasDefaults() throws {
        let yaml = "backup: {bucket: {endpoint: 'http://s', name: abc, access_key_env: A, secret_key_env: S}}"
        guard case .bucket(let bucket) = try load(yaml, environment: Self.environment).backup.place else {
            Issue.record("no bucket")
            return
        }
        #expect(bucket.region == "us-east-1" && bucket.prefix.isEmpty)
    }

    @Test func credentialsMustBeNamed() {
        let found = problems("backup: {bucket: {endpoint: 'http://s', name: abc, access_key_env: A}}")
        #expect(found.map(\.key) == ["backup.bucket.access_key_env"])
        let rest = problems(
            "backup: {bucket: {endpoint: 'http://s', name: abc, access_key_env: A}}", environment: Self.environment)
        #expect(rest.map(\.key) == ["backup.bucket.secret_key_env"])
        #expect(rest.map(\.kind) == [.missingKey])
    }

    @Test func onePlaceIsEnough() {
        let yaml = Self.bucket.replacing("{passphrase_env", with: "{folder: there, passphrase_env")
        let found = problems(yaml, environment: Self.environment)
        #expect(found.map(\.kind) == [.conflict] && found.map(\.key) == ["backup.folder"])
    }

    @Test(arguments: ["passphrase", "bucket.secret_key", "bucket.access_key"])
    func aSecretInTheFileIsRefusedAndNotShown(key: String) {
        let inner = key.hasPrefix("bucket") ? "bucket: {\(key.dropFirst(7)): hunter2}" : "\(key): hunter2"
        let found = problems("backup: {\(inner)}").filter { $0.kind == .plainSecret }
        #expect(found.map(\.key) == ["backup.\(key)"])
        let name = key.split(separator: ".").last ?? ""
        #expect(found.first?.right.contains("\(name)_env") == true && found.first?.right.contains("hunter2") == false)
    }

    @Test(arguments: ["a//b", "/a", "../a", "a b", "./", String(repeating: "a", count: 201)])
    func aPrefixThatAnAddressWouldSwallowIsRefused(prefix: String) {
        let yaml = Self.bucket.replacing("a/b-", with: "'\(prefix)'")
        #expect(problems(yaml, environment: Self.environment).map(\.key) == ["backup.bucket.prefix"])
    }
}
