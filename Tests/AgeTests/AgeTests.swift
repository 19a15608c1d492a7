import Foundation
import TestSupport
import Testing

@testable import Age

@Suite struct AgeTests {
    /// Quick, where what is tested is not the work.
    private static let workFactor = 4

    private func encrypt(_ text: [UInt8], by count: Int = 100_000, _ passphrase: String = "a") throws -> [UInt8] {
        var encryptor = try AgeEncryptor(passphrase: passphrase, workFactor: Self.workFactor)
        var output: [UInt8] = []
        for start in stride(from: 0, to: text.count, by: count) {
            output += try encryptor.update(Array(text[start..<min(start + count, text.count)]))
        }
        return output + (try encryptor.finish())
    }

    private func decrypt(_ bytes: [UInt8], by count: Int = 100_000, _ passphrase: String = "a") throws -> [UInt8] {
        var decryptor = AgeDecryptor(passphrase: passphrase)
        var output: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: count) {
            output += try decryptor.update(Array(bytes[start..<min(start + count, bytes.count)]))
        }
        return output + (try decryptor.finish())
    }

    private func text(_ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) } }

    @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 131_072, 200_000])
    func comesBackWhateverItsLength(count: Int) throws {
        let text = text(count)
        let encrypted = try encrypt(text, by: 7_000)
        #expect(try decrypt(encrypted) == text)
        #expect(try decrypt(encrypted, by: 999) == text)
    }

    @Test func twoFilesOfOneTextHaveNothingInCommon() throws {
        #expect(try encrypt([1, 2, 3]).suffix(19) != encrypt([1, 2, 3]).suffix(19))
    }

    /// `borderline` under `correct horse`, encrypted by another implementation of the format: rage, by way of pyrage
    /// 1.4.0.
    private static let foreign = """
        YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCBLRWVtNVdQZ3hsNkpjT1RReE52OVlBIDE3CkJzRTNwdktHUWpNZ1A3dVVG
        bjYzMmkwUXdKa0N3YkpNYkpNc256YTFPK3cKLS0tIDFmZGU1UUJKcXhJaE5CcnIxRU5JSE9SOVJtZG1PUmg4bHo4aGxheHpjUUEK
        XUt8PwhFb2nKIMFL7q6+e8B9b3ThMcbo+mCPZNJvHF1vx3XHfNXeDibU
        """

    @Test func filesOfAnotherProgramAreRead() throws {
        let encrypted = try #require(Data(base64Encoded: Self.foreign, options: .ignoreUnknownCharacters))
        #expect(try decrypt(Array(encrypted), "correct horse") == Array("borderline".utf8))
    }

    @Test(.enabled(if: TestPython.isAvailable, "\(TestPython.advice)"))
    func anotherProgramReadsOurs() async throws {
        let text = text(70_000)
        let ours = FileManager.default.temporaryDirectory.appendingPathComponent("age-\(UUID().uuidString)")
        try Data(encrypt(text, by: 5_000, "correct horse")).write(to: ours)
        defer { try? FileManager.default.removeItem(at: ours) }
        let script = """
            import sys, hashlib, pyrage
            with open(sys.argv[1], "rb") as file: text = pyrage.passphrase.decrypt(file.read(), sys.argv[2])
            print(",".join(map(str, text)))
            """
        let read = try await TestPython.output(of: script, [ours.path, "correct horse"])
        #expect(read == text.map(String.init).joined(separator: ",") + "\n")
    }

    @Test func anotherPassphraseIsTold() throws {
        let encrypted = try encrypt([1, 2, 3])
        #expect(throws: AgeError.wrongPassphrase) { try decrypt(encrypted, "b") }
    }

    @Test func everyCutIsNoticed() throws {
        let encrypted = try encrypt(text(140_000))
        let header = encrypted.count - 140_000 - 3 * 16
        // Within the header, behind it, at the ends of chunks and beside them.
        let chunk = 65_536 + 16
        let ends = [1, 30, header - 20, header, header + 1, header + chunk - 1, header + chunk, header + chunk + 1]
        for end in ends + [header + 2 * chunk, encrypted.count - 1] {
            #expect(throws: AgeError.self, "cut at \(end)") { try decrypt(Array(encrypted[..<end])) }
        }
    }

    @Test func chunksInAnotherOrderAreNoticed() throws {
        let encrypted = try encrypt(text(3 * 65_536))
        let chunk = 65_536 + 16
        let start = encrypted.count - 3 * chunk
        let (first, second, third) = (
            encrypted[start..<(start + chunk)], encrypted[(start + chunk)..<(start + 2 * chunk)],
            encrypted[(start + 2 * chunk)...]
        )
        for chunks in [[second, first, third], [first, third], [first, second, second, third], [first, second]] {
            #expect(throws: AgeError.damaged) { try decrypt(Array(encrypted[..<start]) + chunks.flatMap { $0 }) }
        }
    }

    @Test func everyChangedByteIsNoticed() throws {
        let encrypted = try encrypt(text(50))
        for index in encrypted.indices {
            var changed = encrypted
            changed[index] ^= 1
            #expect(throws: AgeError.self, "byte \(index)") { try decrypt(changed) }
        }
    }

    @Test func whatFollowsTheEndIsNoticed() throws {
        let encrypted = try encrypt(text(50))
        #expect(throws: AgeError.damaged) { try decrypt(encrypted + [0]) }
    }

    @Test(
        arguments: [
            ("", AgeError.notAge), ("hello", .notAge), (String(repeating: "x\n", count: 1000), .notAge),
            ("age-encryption.org/v1\n", .damaged),
            (
                "age-encryption.org/v1\n-> X25519 abc\nabc\n--- abc\n" + String(repeating: "0", count: 32),
                .unsupported("it is not for a passphrase alone")
            ),
        ] as [(String, AgeError)])
    func whatIsNoneOfOursIsTold(text: String, error: AgeError) {
        #expect(throws: error) { try decrypt(Array(text.utf8)) }
    }

    @Test func moreWorkThanIsAllowedIsRefused() throws {
        let text = String(decoding: try encrypt([1]).prefix { $0 < 128 }, as: UTF8.self)
        let line = try #require(text.split(separator: "\n").dropFirst().first)
        let asked = line.dropLast("4".count) + "19"
        let changed = Array(text.replacing(line, with: asked).utf8) + [UInt8](repeating: 0, count: 40)
        #expect(throws: AgeError.unsupported("work factor 19, more than 18")) { try decrypt(changed) }
    }
}
