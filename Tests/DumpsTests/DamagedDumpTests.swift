import Compression
import Foundation
import Rankings
import TestSupport
import Testing

@testable import Dumps

@Suite(.enabled(if: TestDatabase.isAvailable, "needs mariadbd")) struct DamagedDumpTests {
    private static let files = DumpTable.allCases.map(\.file) + ["datapackage.json", "expand.py"]

    /// A dump, and a folder to keep it in.
    private func dump() async throws -> (TemporaryFolder, path: String) {
        let folder = try TemporaryFolder()
        let name = try await DumpFixture.run { fixture in
            try await fixture.fill(seed: 8, minutes: 40)
            return try await fixture.write(to: folder)
        }
        return (folder, "\(folder.path)/sim-1/\(name)")
    }

    @Test func everyDamagedFileIsNamed() async throws {
        let (folder, path) = try await dump()
        for file in Self.files {
            let url = URL(fileURLWithPath: "\(path)/\(file)")
            let whole = try Data(contentsOf: url)
            var flipped = whole
            flipped[whole.count / 2] ^= 1
            for damaged in [flipped, whole.dropLast(), whole + [0], Data()] {
                try damaged.write(to: url)
                await #expect(
                    throws: DumpError.altered(
                        item: "\(path)/\(file)", problem: "holds other bytes than sha256sums says")
                ) { try await DumpReader.open(path) }
            }
            try FileManager.default.removeItem(at: url)
            await #expect(throws: DumpError.missing(item: "\(path)/\(file)")) { try await DumpReader.open(path) }
            try whole.write(to: url)
        }
        _ = try await DumpReader.open(path)
        _ = folder
    }

    @Test func checksumsMustNameEveryFile() async throws {
        let (folder, path) = try await dump()
        let url = URL(fileURLWithPath: "\(path)/sha256sums")
        let lines = String(decoding: try Data(contentsOf: url), as: UTF8.self).split(separator: "\n")
        let torn = lines.filter { !$0.hasSuffix("  outcomes.csv.gz") }.joined(separator: "\n") + "\n"
        try Data(torn.utf8).write(to: url)
        await #expect(
            throws: DumpError.altered(item: "\(path)/sha256sums", problem: "does not name outcomes.csv.gz")
        ) { try await DumpReader.open(path) }
        try Data("0000  ../../secret\n".utf8).write(to: url)
        await #expect(throws: DumpError.malformed(item: "\(path)/sha256sums", problem: "is no list of `sha256sum`")) {
            try await DumpReader.open(path)
        }
        _ = folder
    }

    /// The checksums are right, the content is not: whoever wrote it did not follow the format.
    @Test(arguments: [
        ("changes", "main,2025-03-30T05:59:00Z,1,1,5,,\n", "no minute of outcomes that was seen"),
        ("changes", "main,2025-03-30T06:00:30Z,1,1,5,,\n", "column 2 must be a whole minute"),
        ("borders", "nowhere,2025-03-30T06:00:00Z,100,1,\n", "no minute of outcomes that was seen"),
        ("outcomes", "nowhere,2025-03-30T06:00:00Z,missed,false,,\n", "no such board, or the boards are not in order"),
        ("forecast_borders", "main,2025-03-30T05:59:00Z,9,1,2,3,4,5,6,7,,,,,\n", "no forecast of this minute, or"),
        ("forecasts", "main,2025-03-30T06:00:00Z,m,,often\n", "column 5 must be a caution this program knows"),
    ])
    func rowsThatBelongNowhereAreNamed(table: String, row: String, problem: String) async throws {
        let (folder, path) = try await dump()
        let table = try #require(DumpTable(rawValue: table))
        let heading = table.columns.joined(separator: ",") + "\n"
        try await rewrite(table, heading + row, in: path)
        let error = await #expect(throws: DumpError.self) {
            let reader = try await DumpReader.open(path)
            for board in reader.event.boards {
                while try await !reader.records(of: board.id, limit: 100).isEmpty {}
                _ = try await reader.forecasts(of: board.id)
            }
            try await reader.finish()
        }
        #expect(error?.description.hasPrefix("\(path)/\(table.file) line 2: \(problem)") == true, "\(error as Any)")
        _ = folder
    }

    @Test func newerFormatIsRefused() async throws {
        let (folder, path) = try await dump()
        let url = URL(fileURLWithPath: "\(path)/datapackage.json")
        let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
        try Data(text.replacing("\"borderlineFormat\" : 1", with: "\"borderlineFormat\" : 2").utf8).write(to: url)
        try resign(path)
        await #expect(throws: DumpError.newerFormat(item: "\(path)/datapackage.json", format: 2)) {
            try await DumpReader.open(path)
        }
        _ = folder
    }

    private func rewrite(_ table: DumpTable, _ content: String, in path: String) async throws {
        try Data(try Gzip.compress(Array(content.utf8))).write(to: URL(fileURLWithPath: "\(path)/\(table.file)"))
        try resign(path)
    }

    private func resign(_ path: String) throws {
        var hashes: [String: String] = [:]
        for file in Self.files { hashes[file] = try FileInput.hash(of: "\(path)/\(file)") }
        try Data(Checksums.text(hashes)).write(to: URL(fileURLWithPath: "\(path)/sha256sums"))
    }
}
