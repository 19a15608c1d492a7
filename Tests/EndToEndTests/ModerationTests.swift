import Compression
import Foundation
import Rankings
import Testing

/// A name of a crawled game that nobody should read.
@Suite(.serialized) struct ModerationTests {
    private static let starts = Instant(unixSeconds: 1_767_247_200)

    private struct Line: Decodable {
        struct Entry: Decodable {
            let player: String
            let name: String?
        }

        let entries: [Entry]
    }

    private func newest(_ house: House) throws -> [Line.Entry] {
        let lines = try house.output(["history", "standings", "sim-1/main", "--to", "\(Self.starts + .hours(2))"])
        let last = try #require(lines.split(separator: "\n").last)
        return try JSONDecoder().decode(Line.self, from: Data(last.utf8)).entries
    }

    /// The published files of the board in which the text stands; compressed ones are made of these.
    private func files(with text: String, in house: House) throws -> Set<String> {
        let output = house.folder.appendingPathComponent("Output")
        let files = try FileManager.default.subpathsOfDirectory(atPath: output.path)
        return Set(
            try files.filter { file in
                let url = output.appendingPathComponent(file)
                guard !url.hasDirectoryPath, file.hasPrefix("e/"),
                    let data = FileManager.default.contents(atPath: url.path)
                else { return false }
                let plain =
                    switch url.pathExtension {
                    case "br": try Brotli.decompress(Array(data), limitBytes: 16 << 20)
                    case "gz": try Gzip.decompress(Array(data), limitBytes: 16 << 20)
                    default: Array(data)
                    }
                return Data(plain).range(of: Data(text.utf8)) != nil
            })
    }

    @Test func aNameIsMaskedWhereverItIsPublishedAndComesBack() throws {
        let house = try House()
        try house.startSimulator([
            "--epoch", "\(Self.starts)", "--start-at", "\(Self.starts)", "--speed", "max", "--seed", "5",
        ])
        try house.configure(game: "sim", cadence: "15m", playerPages: true)
        _ = try house.output(["up", "--until", "\(Self.starts + .hours(2))"])
        let entries = try newest(house)
        let own = try #require(
            entries.first { entry in
                guard let name = entry.name, name.count >= 4 else { return false }
                return entries.allSatisfy { $0.player == entry.player || $0.name?.contains(name) != true }
            })
        let name = try #require(own.name)
        let before = try files(with: name, in: house)
        #expect(before.contains { $0.hasSuffix("index.html") } && before.contains { $0.contains("/names/") })

        let why = ["--game", "sim", "--reason", "an insult", "--by", "mo"]
        _ = try house.output(["moderation", "hide", own.player] + why)
        #expect(try files(with: name, in: house) == [])
        _ = try house.output(["moderation", "rename", own.player, "--name", "Somebody-Else-7"] + why)
        #expect(try files(with: name, in: house) == [])
        let renamed = try files(with: "Somebody-Else-7", in: house)
        #expect(renamed.contains { $0.hasSuffix("main/index.html") } && renamed.contains { $0.contains("/names/") })
        _ = try house.output(["moderation", "restore", own.player] + why)
        #expect(try files(with: "Somebody-Else-7", in: house) == [])
        #expect(try files(with: name, in: house).contains { $0.hasSuffix("index.html") })

        let acts = try house.rows(["moderation", "list", "acts"])
        #expect(acts.map { $0["did"] } == ["restore", "rename", "hide"])
        #expect(acts.allSatisfy { $0["by"] == "mo" && $0["reason"] == "an insult" && $0["player"] == own.player })
        let refused = try house.run(["moderation", "ban", own.player] + why)
        #expect(refused.status == 1 && refused.errors.contains("ban is for boards of one's own"))
    }
}
