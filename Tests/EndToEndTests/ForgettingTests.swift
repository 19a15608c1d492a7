import Compression
import Foundation
import Rankings
import Testing

/// A person who asks to be forgotten is, and stays so.
@Suite(.serialized) struct ForgettingTests {
    private static let starts = Instant(unixSeconds: 1_767_247_200)

    /// Who is to be forgotten, and what they were called.
    private struct Person {
        let player: String
        let names: [String]
    }

    /// A house that has watched some hours of a simulated event.
    private func livedIn() throws -> House {
        let house = try House()
        try house.startSimulator([
            "--epoch", "\(Self.starts)", "--start-at", "\(Self.starts)", "--speed", "max", "--seed", "5",
        ])
        try house.configure(game: "sim", cadence: "15m", playerPages: true, extra: "backup: { folder: ./backups }")
        _ = try house.output(["up", "--until", "\(Self.starts + .hours(4))"])
        return house
    }

    /// The best player of the last slot whose name is theirs alone.
    private func person(of house: House) throws -> Person {
        let rows = try standings(house).flatMap(\.entries)
        let names = Dictionary(grouping: rows.filter { $0.name != nil }, by: \.player).mapValues { Set($0.map(\.name)) }
        let newest = try #require(try standings(house).last).entries
        let found = newest.first { entry in
            guard let name = entry.name, name.count >= 4 else { return false }
            return rows.allSatisfy { $0.player == entry.player || $0.name?.contains(name) != true }
        }
        let entry = try #require(found)
        return Person(player: entry.player, names: (names[entry.player] ?? []).compactMap { $0 })
    }

    private struct Line: Decodable, Equatable {
        struct Entry: Decodable, Equatable {
            let rank: Int
            let player: String
            var name: String?
            let score: Int64
        }

        let slot: String
        let outcome: String
        var entries: [Entry]

        func without(_ player: String) -> Line {
            var line = self
            for index in entries.indices where entries[index].player == player { line.entries[index].name = nil }
            return line
        }
    }

    private func standings(_ house: House) throws -> [Line] {
        try house.output(["history", "standings", "sim-1/main", "--to", "\(Self.starts + .hours(4))"])
            .split(separator: "\n").map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
    }

    /// The published files in which the text stands, compressed ones decompressed.
    private func files(with text: String, in house: House) throws -> [String] {
        let output = house.folder.appendingPathComponent("Output")
        let files = try FileManager.default.subpathsOfDirectory(atPath: output.path)
        return try files.filter { file in
            let url = output.appendingPathComponent(file)
            if url.hasDirectoryPath { return false }
            guard let data = FileManager.default.contents(atPath: url.path) else { return false }
            let plain =
                switch url.pathExtension {
                case "br": try Brotli.decompress(Array(data), limitBytes: 16 << 20)
                case "gz": try Gzip.decompress(Array(data), limitBytes: 16 << 20)
                default: Array(data)
                }
            return Data(plain).range(of: Data(text.utf8)) != nil
        }
    }

    /// Nothing in database, commands and published files tells who the person was; the rest is as it was.
    private func checkGone(_ person: Person, from house: House, before: [Line]) throws {
        #expect(try standings(house) == before.map { $0.without(person.player) })
        for name in person.names {
            #expect(try files(with: name, in: house) == [])
            #expect(try house.rows(["players", "find", name]).allSatisfy { $0["player"] != person.player })
        }
        let sql = """
            SELECT COUNT(*) FROM player WHERE upstream_id IS NOT NULL AND LOWER(HEX(pseudonym)) = '\(person.player)';
            SELECT COUNT(*) FROM v_player_series WHERE player = '\(person.player)' AND name IS NOT NULL
            """
        #expect(try house.output(["database", "shell", "--", "-Ne", sql]) == "0\n0\n")
        let listed = try house.rows(["players", "forgotten"])
        #expect(listed.map { $0["player"] } == [person.player] && listed.allSatisfy { $0["done"]?.isEmpty == false })
    }

    @Test func aForgottenPersonIsGoneAndARestoreDoesNotBringThemBack() throws {
        let house = try livedIn()
        let person = try person(of: house)
        let before = try standings(house)
        _ = try house.output(["dump", "--live"])
        let naming = try files(with: person.names[0], in: house)
        #expect(naming.contains { $0.hasPrefix("dumps/sim-1/") } && naming.contains { $0.hasPrefix("e/sim-1/") })
        _ = try house.output(["backup"])
        let old = try #require(try house.manifests().first?.name)

        // Nothing without --yes.
        let asked = try house.output(["players", "forget", person.player])
        #expect(
            asked.contains("would be removed: the upstream's id, the name ") && asked.contains("nothing was changed"))
        #expect(try standings(house) == before && house.rows(["players", "forgotten"]).isEmpty)

        #expect(try house.output(["players", "forget", person.player, "--yes"]).contains("purge from your CDN"))
        try checkGone(person, from: house, before: before)
        let page = try #require(house.published("e/sim-1/main/index.html"))
        #expect(String(decoding: page, as: UTF8.self).contains("Removed player"))
        try PublishedTree(of: house).check(isAtRest: true)

        // The upstream still lists them.
        _ = try house.output(["up", "--until", "\(Self.starts + .hours(6))"])
        try checkGone(person, from: house, before: before)
        try PublishedTree(of: house).check(isAtRest: true)

        // The backup of before, in the same house and in another.
        _ = try house.output(["restore", old, "--replace"])
        try checkGone(person, from: house, before: before)
        let other = try House()
        try other.configure(game: "sim", followsClock: false, extra: "backup: { folder: \(house.folder.path)/backups }")
        _ = try other.output(["restore", old])
        _ = try other.output(["publish"])
        try checkGone(person, from: other, before: before)
        // A place of backups that was lost learns it from the house.
        try FileManager.default.removeItem(at: house.folder.appendingPathComponent("backups"))
        _ = try house.output(["backup"])
        let told = try FileManager.default.contentsOfDirectory(atPath: "\(house.folder.path)/backups/forgotten")
        #expect(told.count == 1 && told[0].hasPrefix("sim.\(person.player)."))
    }

    @Test func whatWasBegunIsFinishedByTheNextTick() throws {
        let house = try livedIn()
        let person = try person(of: house)
        let before = try standings(house)
        // The process died after the first thing it did: it wrote down who is to be forgotten.
        let list = house.folder.appendingPathComponent("data/players/forgotten")
        try FileManager.default.createDirectory(at: list, withIntermediateDirectories: true)
        let file = "sim.\(person.player).\((Self.starts + .hours(4)).unixSeconds)"
        try Data().write(to: list.appendingPathComponent(file))
        _ = try house.borderline(["tick"])
        try checkGone(person, from: house, before: before)
        // Another process may have been about to publish a name: for two minutes each tick looks again.
        let done = house.folder.appendingPathComponent("data/players/unpublished/\(file)").path
        #expect(!FileManager.default.fileExists(atPath: done))
        _ = try house.output(["up", "--until", "\(Self.starts + .hours(5))"])
        #expect(FileManager.default.fileExists(atPath: done))
        try checkGone(person, from: house, before: before)
    }

    @Test func whoIsUnknownIsSaidSo() throws {
        let house = try livedIn()
        for arguments in [["nobody"], ["nobody", "--game", "sim"], ["0123456789abcdef"]] {
            let refused = try house.borderline(["players", "forget", "--yes"] + arguments)
            #expect(refused.status == 1 && refused.errors.contains("no player \(arguments[0]) of sim"))
        }
        #expect(try house.rows(["players", "forgotten"]).isEmpty)
    }
}
