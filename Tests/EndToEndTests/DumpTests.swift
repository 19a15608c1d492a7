import Foundation
import Rankings
import Testing

/// Events as tables, written by one house and read by another.
@Suite(.serialized) struct DumpTests {
    private static let starts = Instant(unixSeconds: 1_767_247_200)

    /// A house that has watched one event from its beginning to its close, once an hour, and dumped it then.
    private func watched() throws -> House {
        let house = try House()
        try house.startSimulator([
            "--epoch", "\(Self.starts)", "--start-at", "\(Self.starts)", "--speed", "max", "--seed", "5",
        ])
        try house.configure(
            game: "sim", cadence: "60m",
            crontab: "0 * * * * borderline tick\n*/30 * * * * borderline dump\n41 2 * * * borderline dump --live\n",
            extra: "dumps: { licence: CC0-1.0 }")
        _ = try house.output(["up", "--until", "\(Self.starts + .hours(24 * 11))"])
        return house
    }

    private func dumps(of event: String, in house: House) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: house.folder.path + "/Output/dumps/\(event)").sorted()
    }

    private func empty() throws -> House {
        let house = try House()
        try house.configure(game: "other", followsClock: false, extra: "dumps: { licence: CC0-1.0 }")
        return house
    }

    @Test func anEventThatClosedIsDumpedAndTheDumpMakesTheSameEventElsewhere() throws {
        let house = try watched()
        let names = try dumps(of: "sim-1", in: house)
        let final = try #require(names.first { $0.hasPrefix("final-") })
        #expect(names.count <= 2, "\(names): the last one and the one before, no more")
        let index = try #require(house.published("dumps/index.json"))
        #expect(String(decoding: index, as: UTF8.self).contains("\"path\":\"dumps/sim-1/\(final)/\""))
        let page = String(decoding: try #require(house.published("dumps/index.html")), as: UTF8.self)
        #expect(page.contains("/dumps/sim-1/\(final)/changes.csv.gz") && page.contains("CC0-1.0"))
        // It is over: nothing is left to do, and doing it again gives the same.
        #expect(try house.output(["dump"]).isEmpty)
        #expect(try house.output(["dump", "sim-1"]).hasPrefix("sim-1: \(final), "))

        let folder = house.folder.path + "/Output/dumps/sim-1/\(final)"
        let other = try empty()
        #expect(try other.output(["history", "import", folder]).contains("slots added: "))
        #expect(try other.output(["history", "import", folder]).hasSuffix("slots added: 0\n"))
        for question in [
            ["history", "boards"], ["history", "outcomes", "sim-1/main"], ["history", "gaps", "sim-1/main"],
            ["history", "standing", "sim-1/main", "--at", "\(Self.starts + .hours(100))"],
            ["history", "series", "sim-1/main", "--rank", "1000"],
        ] {
            let answer = try other.output(question + ["--format", "csv"]).split(separator: "\n").filter {
                $0.contains("sim-1") || question[1] != "boards"
            }
            #expect(answer.count > 0)
            #expect(
                answer
                    == (try house.output(question + ["--format", "csv"]).split(separator: "\n").filter {
                        $0.contains("sim-1") || question[1] != "boards"
                    }), "\(question)")
        }
        // Its pages, with the charts of its forecast, and then the dump once more.
        _ = try other.output(["publish"])
        try PublishedTree(of: other).check(isAtRest: true)
        let latest = String(decoding: try #require(other.published("e/sim-1/main/latest.json")), as: UTF8.self)
        #expect(latest.contains("\"forecast\":\""))
        #expect(try other.output(["dump"]).hasPrefix("sim-1: \(final), "))
        for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
            #expect(other.published("dumps/sim-1/\(final)/\(file)") == house.published("dumps/sim-1/\(final)/\(file)"))
        }
    }

    @Test func aDamagedDumpChangesNothing() throws {
        let house = try empty()
        let recording = house.folder.appendingPathComponent("recording")
        try SmallRecording.write(to: recording)
        _ = try house.output(["history", "import", recording.path])
        _ = try house.output(["dump"])
        let folder = house.folder.path + "/Output/dumps/small-7/\(try dumps(of: "small-7", in: house)[0])"
        let file = URL(fileURLWithPath: folder + "/borders.csv.gz")
        try Data(try Data(contentsOf: file).dropLast(9)).write(to: file)
        let other = try empty()
        let refused = try other.borderline(["history", "import", folder])
        #expect(refused.status == 1 && refused.errors.contains("borders.csv.gz holds other bytes than sha256sums says"))
        #expect(!FileManager.default.fileExists(atPath: other.folder.path + "/data"))
        #expect(try other.borderline(["dump", "small-7"]).status == 1)
        #expect(try other.borderline(["dump", "small-7", "--all"]).status == 2)
    }
}
