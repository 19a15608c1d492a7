import Foundation
import Rankings
import Testing

/// A house that is lost comes back as it was.
@Suite(.serialized) struct BackupTests {
    private static let starts = Instant(unixSeconds: 1_767_247_200)

    /// A house that has watched six hours of a simulated event and imported a recorded one.
    private func livedIn(_ backup: String) throws -> House {
        let house = try House()
        try house.startSimulator([
            "--epoch", "\(Self.starts)", "--start-at", "\(Self.starts)", "--speed", "max", "--seed", "5",
        ])
        try house.configure(game: "sim", cadence: "15m", extra: backup)
        _ = try house.output(["up", "--until", "\(Self.starts + .hours(6))"])
        let recording = house.folder.appendingPathComponent("recording")
        try SmallRecording.write(to: recording)
        _ = try house.output(["history", "import", recording.path])
        return house
    }

    private func empty(_ backup: String) throws -> House {
        let house = try House()
        try house.configure(game: "sim", followsClock: false, extra: backup)
        return house
    }

    /// What is known of every board at several slots, players by their pseudonyms, and every outcome.
    private func history(of house: House) throws -> String {
        let recorded = stride(from: 1_743_314_400, through: 1_743_404_400, by: 7_500).flatMap { ["--at", "\($0)"] }
        let simulated = stride(from: 0, through: 6, by: 1).flatMap { ["--at", "\(Self.starts + .hours($0))"] }
        return try [
            ["history", "boards"], ["history", "events"],
            ["history", "standing", "small-7/main"] + recorded,
            ["history", "standing", "small-7/chapter-3"] + recorded,
            ["history", "standing", "sim-1/main"] + simulated,
            ["history", "outcomes", "sim-1/main", "--to", "\(Self.starts + .hours(6))"],
        ].map { try house.output($0 + ["--format", "csv"]) }.joined()
    }

    private func folder(of house: House) -> String { "backup: { folder: \(house.folder.path)/backups }" }

    @Test func aRestoredHouseTellsTheSameHistory() throws {
        let house = try livedIn("backup: { folder: ./backups }")
        let before = try history(of: house)
        #expect(before.count > 10_000)
        #expect(try house.output(["backup"]).contains("not encrypted"))
        let backups = try house.manifests()
        let restored = try empty(folder(of: house))
        // What a start leaves behind is no data; its key is no one's yet, but that cannot be known.
        _ = try restored.output(["database", "migrate"])
        let refused = try restored.borderline(["restore"])
        #expect(refused.status == 1 && refused.errors.contains("is another key than the backup's"))
        try FileManager.default.removeItem(at: restored.folder.appendingPathComponent("data/pseudonym.key"))
        #expect(try restored.output(["restore"]).contains("restored 20"))
        #expect(try history(of: restored) == before)
        #expect(try key(of: restored) == key(of: house))
        // The next backup of the one is that of the other, byte for byte.
        #expect(try restored.output(["backup"]).contains("removed \(backups[0].name)"))
        let hashes = try (backups + house.manifests()).map { try $0.sha256(of: "database.sql") }
        #expect(hashes.count == 2 && Set(hashes).count == 1)
    }

    @Test func whatIsThereIsNotLostUnasked() throws {
        let house = try livedIn("backup: { folder: ./backups }")
        let before = try history(of: house)
        _ = try house.output(["backup"])
        let refused = try house.borderline(["restore"])
        #expect(refused.status == 1 && refused.errors.contains("the database is not empty (table "))
        #expect(try history(of: house) == before)
        // Another history under another key is replaced when that is asked for, and the key is kept aside.
        let other = try empty(folder(of: house))
        let recording = other.folder.appendingPathComponent("recording")
        try SmallRecording.write(to: recording)
        _ = try other.output(["history", "import", recording.path])
        let oldKey = try key(of: other)
        _ = try other.output(["restore", "--replace"])
        #expect(try history(of: other) == before)
        let data = other.folder.appendingPathComponent("data")
        let aside = try FileManager.default.contentsOfDirectory(atPath: data.path)
            .filter { $0.hasPrefix("pseudonym.key.before-") }
        #expect(try aside.map { try Data(contentsOf: data.appendingPathComponent($0)) } == [oldKey])
    }

    @Test func aDamagedBackupIsRefusedBeforeAnythingIsTouched() throws {
        let house = try livedIn("backup: { folder: ./backups }")
        _ = try house.output(["backup"])
        let name = try #require(try house.manifests().first?.name)
        let file = house.folder.appendingPathComponent("backups/\(name)/database.sql.gz.00001")
        var bytes = try Data(contentsOf: file)
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: file)
        let restored = try empty(folder(of: house))
        for command in [["backup", "verify"], ["restore"], ["restore", name]] {
            let refused = try restored.borderline(command)
            #expect(refused.status == 1 && refused.errors.contains("\(name)/database.sql.gz.00001 holds other bytes"))
        }
        #expect(!FileManager.default.fileExists(atPath: restored.folder.appendingPathComponent("data").path))
    }

    @Test func aRestoreThatWasInterruptedIsBegunAgain() throws {
        let house = try livedIn("backup: { folder: ./backups }")
        _ = try house.output(["backup"])
        let restored = try empty(folder(of: house))
        // A client that takes the beginning and is gone.
        let tools = restored.folder.appendingPathComponent("tools")
        try FileManager.default.createDirectory(at: tools, withIntermediateDirectories: true)
        let script = "#!/bin/sh\nhead -c 4000 | /usr/bin/mariadb \"$@\"\necho it broke >&2\nexit 9\n"
        try script.write(to: tools.appendingPathComponent("mariadb"), atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: tools.appendingPathComponent("mariadb").path)
        let broken = try RunningProgram(
            Programs.borderline, ["restore"], in: restored.folder, environment: ["PATH": "\(tools.path):/usr/bin:/bin"]
        ).wait()
        #expect(broken.status == 1 && broken.errors.contains("it broke"), "\(broken.errors)")
        for command in [["history", "boards"], ["tick"], ["backup"]] {
            let refused = try restored.borderline(command)
            #expect(refused.status == 1 && refused.errors.contains("restore.unfinished"), "\(refused.errors)")
        }
        _ = try restored.output(["restore"])
        #expect(try history(of: restored) == history(of: house))
    }

    @Test func backupsTakenWhileItCrawlsAreConsistent() throws {
        let house = try House()
        try house.startSimulator(["--epoch", "\(Self.starts)", "--start-at", "\(Self.starts)", "--speed", "max"])
        try house.configure(game: "sim", extra: "backup: { folder: ./backups }")
        let program = try house.start(["up", "--until", "\(Self.starts + .hours(8))"])
        _ = try program.line(containing: "Borderline is at")
        // Of one day only the newest is kept: each is put aside before the next.
        var kept: [URL] = []
        while program.process.isRunning && kept.count < 3 {
            sleep(1)
            // A heading, and the first slot.
            let seen = try house.borderline(["history", "outcomes", "sim-1/main", "--format", "csv"])
            guard seen.output.split(separator: "\n").count > 1 else { continue }
            guard try house.borderline(["backup"]).status == 0 else { continue }
            kept.append(house.folder.appendingPathComponent("kept-\(kept.count)"))
            try FileManager.default.moveItem(
                at: house.folder.appendingPathComponent("backups"), to: kept[kept.count - 1])
        }
        #expect(try program.wait(within: 300).status == 0)
        #expect(kept.count == 3)
        let outcomes = try house.output(["history", "outcomes", "sim-1/main", "--format", "csv"]).split(separator: "\n")
        for backups in kept {
            let restored = try empty("backup: { folder: \(backups.path) }")
            _ = try restored.output(["restore"])
            let rows = try restored.output(["history", "outcomes", "sim-1/main", "--format", "csv"])
                .split(separator: "\n")
            #expect(rows.count > 1 && Array(rows) == Array(outcomes.prefix(rows.count)), "\(backups.path)")
            let slots = rows.dropFirst().suffix(40).compactMap { $0.split(separator: ",").first }
            let command =
                ["history", "standing", "sim-1/main", "--format", "csv"] + slots.flatMap { ["--at", "\($0)"] }
            #expect(try restored.output(command) == house.output(command))
        }
    }

    @Test func nothingIsMadeWhereNoPlaceIsConfigured() throws {
        let house = try empty("")
        for command in [["backup"], ["backup", "list"], ["backup", "verify"], ["restore"]] {
            let refused = try house.borderline(command)
            #expect(refused.status == 1 && refused.errors.contains("set backup.folder or backup.bucket"))
        }
    }

    private func key(of house: House) throws -> Data {
        try Data(contentsOf: house.folder.appendingPathComponent("data/pseudonym.key"))
    }
}
