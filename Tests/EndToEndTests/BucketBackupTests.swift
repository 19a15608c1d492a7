import Foundation
import Rankings
import TestSupport
import Testing

/// The same by way of a bucket, encrypted.
@Suite(.serialized, .enabled(if: TestPython.isAvailable, "\(TestPython.advice)")) struct BucketBackupTests {
    private static let passphrase = "correct horse battery staple"

    private func house(_ server: ObjectServer, prefix: String, passphrase: String = passphrase) throws -> House {
        let house = try House()
        for (name, secret) in [
            ("access", server.keyID), ("secret", server.secret + "\n"), ("passphrase", passphrase),
        ] {
            try secret.write(to: house.folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
        }
        try house.configure(
            game: "sim", followsClock: false,
            extra: """
                backup:
                  passphrase_file: ./passphrase
                  bucket:
                    endpoint: \(server.endpoint)
                    name: \(ObjectServer.bucket)
                    prefix: \(prefix)
                    access_key_file: ./access
                    secret_key_file: ./secret
                """)
        return house
    }

    @Test func anEncryptedBackupComesBackFromABucket() throws {
        let server = try ObjectServer.shared.get()
        let prefix = "\(UUID().uuidString)/"
        let house = try house(server, prefix: prefix)
        let recording = house.folder.appendingPathComponent("recording")
        try SmallRecording.write(to: recording)
        _ = try house.output(["history", "import", recording.path])
        #expect(try house.output(["backup"]).contains(" encrypted"))
        let listed = try house.rows(["backup", "list"])
        #expect(listed.map { $0["state"] } == ["whole"] && listed.map { $0["encrypted"] } == ["yes"])
        #expect(try house.output(["backup", "verify"]).contains("as written"))

        let stranger = try self.house(server, prefix: prefix, passphrase: "another one")
        let refused = try stranger.borderline(["restore"])
        #expect(refused.status == 1 && refused.errors.contains("is encrypted with another passphrase"))

        let restored = try self.house(server, prefix: prefix)
        _ = try restored.output(["restore"])
        let command = ["history", "standing", "small-7/main", "--format", "csv"]
        let instants = stride(from: 1_743_314_400, through: 1_743_404_400, by: 7_500).flatMap { ["--at", "\($0)"] }
        #expect(try restored.output(command + instants) == house.output(command + instants))
    }

    @Test func neitherLogNorErrorShowsASecret() throws {
        let server = try ObjectServer.shared.get()
        let house = try house(server, prefix: "none/")
        try "not-the-secret".write(
            to: house.folder.appendingPathComponent("secret"), atomically: true, encoding: .utf8)
        for command in [["backup"], ["backup", "list"], ["restore"]] {
            let refused = try house.borderline(command)
            #expect(refused.status == 1)
            #expect(refused.errors.contains("the secret key is not that of the access key"))
            #expect(!(refused.errors + refused.output).contains("not-the-secret"))
            #expect(!(refused.errors + refused.output).contains(Self.passphrase))
        }
    }
}
