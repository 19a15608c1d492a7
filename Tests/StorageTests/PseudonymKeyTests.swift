import Foundation
import Rankings
import Testing

@testable import Storage

@Suite struct PseudonymKeyTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("key-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    @Test func keyIsMadeOnceAndReadByItsOwnerOnly() throws {
        let path = folder.appendingPathComponent("pseudonym.key").path
        let player = PlayerID("100000000000000001")
        let game = GameID(rawValue: "sim")
        let first = try PseudonymKey.loadOrCreate(at: path).pseudonym(of: player, in: game)
        let second = try PseudonymKey.loadOrCreate(at: path).pseudonym(of: player, in: game)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
        #expect(first == second)
        #expect(mode?.intValue == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["pseudonym.key"])
    }

    @Test func samePlayerHasAnotherPseudonymInAnotherGame() {
        let key = PseudonymKey(secret: Array(0..<32))
        let player = PlayerID("1")
        #expect(
            key.pseudonym(of: player, in: GameID(rawValue: "a")) != key.pseudonym(of: player, in: GameID(rawValue: "b"))
        )
    }

    /// Python: hmac.new(bytes(range(32)), b"sim\0" + b"1", "sha256").hexdigest()[:16]
    @Test func pseudonymIsTheFirst64BitsOfTheHMAC() {
        let key = PseudonymKey(secret: Array(0..<32))
        #expect(key.pseudonym(of: PlayerID("1"), in: GameID(rawValue: "sim")).description == "9d17b608458fac9e")
    }

    @Test(arguments: [0, 31, 33])
    func keyOfAnotherLengthIsRefused(bytes: Int) throws {
        let path = folder.appendingPathComponent("short.key").path
        try Data(repeating: 1, count: bytes).write(to: URL(fileURLWithPath: path))
        #expect(throws: StorageError.self) { try PseudonymKey.loadOrCreate(at: path) }
    }
}
