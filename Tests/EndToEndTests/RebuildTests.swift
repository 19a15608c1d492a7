import Foundation
import Rankings
import Testing

/// All that is published can be made again from the store.
@Suite struct RebuildTests {
    private static let board = "e/sim-1/main"

    @Test func whatWasPublishedMinuteByMinuteIsMadeAgainByteForByte() throws {
        let house = try House()
        let starts = Instant(unixSeconds: 1_767_247_200)
        try house.startSimulator(["--epoch", "\(starts)", "--start-at", "\(starts)", "--speed", "max", "--seed", "9"])
        try house.configure(game: "sim", cadence: "5m", playerPages: true)
        _ = try house.output(["up", "--until", "\(starts + .hours(31) + .minutes(52))"], within: 600)
        let published = try files(of: house)
        #expect(published.keys.filter { $0.hasPrefix("\(Self.board)/at/") && $0.hasSuffix(".json") }.count > 31)

        #expect(try house.output(["publish", "--verify"]).contains("written: 0,"))

        try damage(house, published)
        #expect(try house.output(["publish", "--verify"]).contains("written: 5,"))
        try expect(try files(of: house), toEqual: published)

        try FileManager.default.removeItem(at: house.folder.appendingPathComponent("Output"))
        _ = try house.output(["publish", "--all"])
        try expect(try files(of: house), toEqual: published)
        try expectAPageForEachPlayer(of: house)
    }

    /// Pages of players tell of the minute they are made in: that they are there is what can be held of them.
    private func expectAPageForEachPlayer(of house: House) throws {
        let output = house.folder.appendingPathComponent("Output")
        let board = try String(contentsOf: output.appendingPathComponent("\(Self.board)/index.html"), encoding: .utf8)
        let players = Set(board.matches(of: #/href="/(e/sim-1/main/p/[0-9a-f]{16}.html)"/#).map { String($0.1) })
        #expect(players.count == 100)
        for player in players {
            let page = output.appendingPathComponent(player).path
            #expect(FileManager.default.contents(atPath: page)?.isEmpty == false, "\(page) is not made again")
        }
    }

    /// A sealed hour is gone, a compressed file is another's, one is cut, and a root is torn, and with it its
    /// minute, which is the same file.
    private func damage(_ house: House, _ published: [String: Data]) throws {
        let output = house.folder.appendingPathComponent("Output")
        let packs = published.keys.filter { $0.hasPrefix("\(Self.board)/at/49") && $0.hasSuffix(".json") }.sorted()
        try FileManager.default.removeItem(at: output.appendingPathComponent(packs[0]))
        try Data([1, 2, 3]).write(to: output.appendingPathComponent(packs[1] + ".br"))
        try Data().write(to: output.appendingPathComponent(packs[2] + ".br"))
        try Data("{".utf8).write(to: output.appendingPathComponent("\(Self.board)/latest.json"))
    }

    /// Every file by its path, but those that tell of the minute they are made in, as the pages of players do, and
    /// dumps, which another command makes.
    private func files(of house: House) throws -> [String: Data] {
        let output = house.folder.appendingPathComponent("Output")
        var files: [String: Data] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: output.path)
        where !["manifest.json", "index.html", "dumps", "\(Self.board)/p/"].contains(where: path.hasPrefix) {
            files[path] = FileManager.default.contents(atPath: output.appendingPathComponent(path).path)
        }
        return files
    }

    /// Documents that only minutes of before led to need not be made again.
    private func expect(_ made: [String: Data], toEqual published: [String: Data]) throws {
        for (path, bytes) in made { #expect(published[path] == bytes, "\(path) is made in another way") }
        let optional = ["names/", "series/", "forecast/"].map { "\(Self.board)/\($0)" }
        for path in published.keys where !optional.contains(where: path.hasPrefix) {
            #expect(made[path] != nil, "\(path) is not made again")
        }
    }
}
