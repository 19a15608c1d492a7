import Age
import Foundation
import Rankings
import TestSupport
import Testing

@testable import Backup

/// Backups written into a folder, read back, damaged and pruned.
@Suite struct CatalogueTests {
    /// So that a small stream has several parts.
    private static let partBytes = 100_000
    private static let start = Instant(unixSeconds: 1_795_000_000)

    /// Bytes that hardly compress, so that there are several parts.
    private static let content: [UInt8] = {
        var random = SplitMix(state: 3)
        return (0..<2_300_000).map { _ in UInt8.random(in: 0...15, using: &random) }
    }()

    @discardableResult
    private func write(
        to folder: TemporaryFolder, at instant: Instant = start, _ content: [UInt8] = content,
        passphrase: String? = nil, partBytes: Int = partBytes
    ) async throws -> BackupManifest {
        var writer = try await BackupWriter(
            BackupName(instant), at: FolderPlace(folder: folder.path), passphrase: passphrase,
            partBytes: partBytes, workFactor: 2)
        try await writer.add("key") { try await $0.write([1, 2, 3]) }
        try await writer.add("data") { stream in
            for start in stride(from: 0, to: content.count, by: 70_001) {
                try await stream.write(Array(content[start..<min(start + 70_001, content.count)]))
            }
        }
        return try await writer.finish(program: "1", server: "2", schema: 3)
    }

    private func catalogue(_ folder: TemporaryFolder) -> BackupCatalogue {
        BackupCatalogue(FolderPlace(folder: folder.path))
    }

    private func read(_ folder: TemporaryFolder, passphrase: String? = nil) async throws -> [UInt8] {
        let manifest = try await catalogue(folder).manifest(of: nil)
        var bytes: [UInt8] = []
        try await catalogue(folder).read(manifest.streams[1], of: manifest, passphrase: passphrase) { bytes += $0 }
        return bytes
    }

    @Test(arguments: [nil, "correct horse"]) func comesBackAsItWas(passphrase: String?) async throws {
        let folder = try TemporaryFolder()
        let manifest = try await write(to: folder, passphrase: passphrase)
        #expect(manifest.streams[1].parts.count > 5)
        #expect(manifest.encrypted == (passphrase != nil))
        #expect(try await read(folder, passphrase: passphrase) == Self.content)
        #expect(try await catalogue(folder).verify(manifest, passphrase: passphrase))
        #expect(try await catalogue(folder).manifest(of: BackupName(Self.start)) == manifest)
    }

    @Test(arguments: [0, 1, 1 << 20, (1 << 20) + 1]) func anyLengthComesBack(count: Int) async throws {
        let folder = try TemporaryFolder()
        try await write(to: folder, Array(repeating: 65, count: count))
        #expect(try await read(folder) == Array(repeating: 65, count: count))
    }

    /// By plain tools, without us: `cat data.gz.* | gunzip`.
    @Test func anybodyCanReadIt() async throws {
        let folder = try TemporaryFolder()
        let content = Array("border\n".utf8) + [UInt8](repeating: 10, count: 3_000_000)
        try await write(to: folder, content)
        _ = try await ShortProgram.run(
            "/bin/sh", ["-c", "cat \(BackupName(Self.start))/data.gz.* | gunzip > out"],
            in: URL(fileURLWithPath: folder.path)
        ).successful()
        #expect(try folder.bytes("out") == Data(content))
    }

    @Test func filesAreTheirOwnersAlone() async throws {
        let folder = try TemporaryFolder()
        try await write(to: folder)
        for file in folder.files {
            let mode = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/\(file)")[.posixPermissions]
            #expect(mode as? Int == 0o600, "\(file)")
        }
        #expect(!folder.files.contains { $0.hasSuffix(".new") })
    }

    @Test(arguments: [nil, "a"]) func everyDamagedFileIsNamed(passphrase: String?) async throws {
        let folder = try TemporaryFolder()
        let manifest = try await write(
            to: folder, Array(Self.content.prefix(60_000)), passphrase: passphrase, partBytes: 4_000)
        #expect(manifest.parts.count > 3)
        for part in manifest.parts {
            let file = "\(manifest.name)/\(part.name)"
            let whole = try folder.bytes(file)
            var changed = whole
            changed[changed.count / 2] ^= 1
            for (bytes, isListed) in [(changed, false), (whole.dropLast(), true), (whole + [0], true), (nil, true)] {
                if let bytes { try folder.write(bytes, file) } else { try folder.remove(file) }
                for given in Set([passphrase, nil]) {
                    let error = await #expect(throws: BackupError.self) {
                        try await catalogue(folder).verify(manifest, passphrase: given)
                    }
                    #expect(error.map { "\($0)".contains(file) } == true, "\(file): \(String(describing: error))")
                }
                let state = try await catalogue(folder).entries().first?.state
                #expect(state == (isListed ? .damaged(file) : .whole(manifest)))
            }
            try folder.write(whole, file)
        }
        #expect(try await catalogue(folder).verify(manifest, passphrase: passphrase))
    }

    @Test func aManifestOfOtherPartsDoesNotPass() async throws {
        let folder = try TemporaryFolder()
        let manifest = try await write(to: folder)
        let stream = manifest.streams[1]
        for parts in [Array(stream.parts.dropLast()), stream.parts.reversed(), stream.parts + stream.parts.suffix(1)] {
            let other = BackupManifest(
                name: BackupName(Self.start), program: "1", server: "2", schema: 3, isEncrypted: false,
                streams: [.init(name: stream.name, bytes: stream.bytes, sha256: stream.sha256, parts: parts)])
            await #expect(throws: BackupError.self) {
                try await catalogue(folder).verify(other, passphrase: nil)
            }
        }
    }

    @Test func aWrongPassphraseAndAMissingOneAreTold() async throws {
        let folder = try TemporaryFolder()
        let manifest = try await write(to: folder, passphrase: "a")
        let first = "\(manifest.name)/\(manifest.streams[1].parts[0].name)"
        await #expect(throws: BackupError.encryption(item: first, .wrongPassphrase)) {
            try await read(folder, passphrase: "b")
        }
        await #expect(throws: BackupError.passphraseMissing(name: manifest.name)) { try await read(folder) }
        #expect(try await !catalogue(folder).verify(manifest, passphrase: nil))
    }

    @Test func nothingOfItIsReadableWithoutThePassphrase() async throws {
        let folder = try TemporaryFolder()
        let secret = Array("the key of the pseudonyms".utf8)
        try await write(to: folder, secret, passphrase: "a")
        for file in folder.files { #expect(try folder.bytes(file).range(of: Data(secret)) == nil) }
    }

    @Test func withoutAManifestItIsNone() async throws {
        let folder = try TemporaryFolder()
        let name = BackupName(Self.start)
        try await write(to: folder)
        try folder.remove("\(name)/manifest.json")
        #expect(try await catalogue(folder).entries().map(\.state) == [.unfinished])
        await #expect(throws: BackupError.unfinished(name: "\(name)")) {
            try await catalogue(folder).manifest(of: name)
        }
        await #expect(throws: BackupError.absent(name: nil, place: folder.path)) {
            try await catalogue(folder).manifest(of: nil)
        }
        await #expect(throws: BackupError.exists(name: "\(name)")) { try await write(to: folder) }
    }

    @Test func whatThrowsLeavesNoBackup() async throws {
        let folder = try TemporaryFolder()
        var writer = try await BackupWriter(
            BackupName(Self.start), at: FolderPlace(folder: folder.path), passphrase: nil, partBytes: Self.partBytes)
        await #expect(throws: CancellationError.self) {
            try await writer.add("data") { stream in
                try await stream.write(Self.content)
                throw CancellationError()
            }
        }
        #expect(try await catalogue(folder).entries().map(\.state) == [.unfinished])
    }

    @Test(arguments: [
        "", "{", "{\"format\": 2}", "{\"format\": 1}",
        """
        {"format":1,"name":"20261118T110640Z","program":"","server":"","schema":1,"encrypted":false,"streams":[
        {"name":"a","bytes":1,"sha256":"","parts":[{"name":"../../a","bytes":1,"sha256":""}]}]}
        """,
    ])
    func aManifestThatIsNoneIsToldAndNotFollowed(text: String) async throws {
        let folder = try TemporaryFolder()
        try await write(to: folder)
        let file = "\(BackupName(Self.start))/manifest.json"
        try folder.write(Data(text.utf8), file)
        let error = await #expect(throws: BackupError.self) {
            try await catalogue(folder).manifest(of: BackupName(Self.start))
        }
        #expect(error.map { "\($0)".contains(file) } == true)
        #expect(try await catalogue(folder).entries().map(\.state) == [.damaged(file)])
    }

    @Test func pruningKeepsTheNewestWholeOneAndWhatIsDamaged() async throws {
        let folder = try TemporaryFolder()
        let days = (0..<5).map { Self.start + .hours(24 * $0) }
        for day in days { try await write(to: folder, at: day, [1]) }
        // The newest is cut, the second newest was never finished, and so was one of today.
        try folder.remove("\(BackupName(days[4]))/data.gz.00001")
        try folder.remove("\(BackupName(days[3]))/manifest.json")
        try await write(to: folder, at: days[4] + .hours(20), [1])
        try folder.remove("\(BackupName(days[4] + .hours(20)))/manifest.json")
        let removed = try await catalogue(folder).prune(
            Retention(days: 1, weeks: 0, months: 0), now: days[4] + .hours(30))
        #expect(removed == [days[0], days[1], days[3]].map(BackupName.init))
        let left = try await catalogue(folder).entries()
        #expect(left.map(\.name) == [days[4] + .hours(20), days[4], days[2]].map(BackupName.init))
        #expect(left.map { $0.manifest != nil } == [false, false, true])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 3)
    }

    @Test func filesOfOthersStay() async throws {
        let folder = try TemporaryFolder()
        try folder.write(Data("a".utf8), "notes.txt")
        try await write(to: folder, [1])
        #expect(try await catalogue(folder).entries().count == 1)
        _ = try await catalogue(folder).prune(Retention(days: 0, weeks: 0, months: 0), now: Self.start + .hours(9999))
        #expect(folder.files.contains("notes.txt"))
    }
}
