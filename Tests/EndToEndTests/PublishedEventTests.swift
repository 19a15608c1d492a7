import Foundation
import Rankings
import TestSupport
import Testing

/// All that a whole event of eight days publishes, from its first minute to its close.
@Suite struct PublishedEventTests {
    private static let starts = Instant(unixSeconds: 1_767_247_200)
    private static let board = "e/sim-1/main"
    /// Of a board, the pages of its players too; ten of them may have 10,000. An event read every minute has up to 210
    /// more for its open hour.
    private static let mostFiles = 790
    /// Of the page of a player, which has no compressed form.
    private static let pageBytes = 20_000

    @Test(.enabled(if: TestPython.isAvailable, "\(TestPython.advice)"))
    func everyDocumentIsAsItsSchemaSaysAndFilesAreFew() async throws {
        let house = try House()
        try house.startSimulator([
            "--epoch", "\(Self.starts)", "--start-at", "\(Self.starts)", "--speed", "max", "--seed", "5",
        ])
        // Just before the end of scoring there is most of everything. A player's page is removed a day after its player
        // left the board: a day and some hours of pages are as many as eight days leave.
        let end = Self.starts + .hours(8 * 24 - 1)
        try house.configure(game: "sim", cadence: "1h", playerPages: false)
        _ = try house.output(["up", "--until", "\(end - .hours(28))"], within: 900)
        try house.configure(game: "sim", cadence: "1h", playerPages: true)
        _ = try house.output(["up", "--until", "\(end)"], within: 900)
        try age(house)
        _ = try house.output(["publish", "--verify"])
        let files = try house.publishedPaths(below: Self.board)
        #expect(files.count <= Self.mostFiles, "\(files.count) files and folders")
        let pages = files.filter { $0.hasPrefix("p/") }
        #expect(pages.count >= 100)
        for page in pages {
            let bytes = try house.publishedBytes(of: "\(Self.board)/\(page)")
            #expect(bytes <= Self.pageBytes, "\(page): \(bytes) bytes")
        }
        #expect(files.filter { $0.hasPrefix("at/") && $0.hasSuffix(".json") }.count > 8 * 24)

        try house.configure(game: "sim", cadence: "1h", playerPages: false)
        _ = try house.output(["up", "--until", "\(Self.starts + .hours(12 * 24))"], within: 900)
        let (documents, output) = (
            Programs.checkout.appendingPathComponent("Tests/Documents"), house.folder.appendingPathComponent("Output")
        )
        let counts = try await TestPython.output(
            ofFile: documents.appendingPathComponent("validate.py"),
            [Programs.checkout.appendingPathComponent("Docs/schemas").path, output.path])
        for kind in counts.split(separator: "\n") { #expect(!kind.hasSuffix(": 0"), "\(kind)") }
        // Pages that judge forecasts are among them, which no running event has.
        if Self.looksAtPages {
            let looked = try await TestPython.output(
                ofFile: documents.appendingPathComponent("pages.py"), [output.path])
            #expect(looked.hasPrefix("6 kinds, "), "\(looked)")
        }
    }

    /// Whether vnu and axe can run here.
    private static let looksAtPages = ["/usr/bin/chromium", "/usr/bin/java"].allSatisfy {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// Makes documents look as old as they would be had the event taken its days: young ones are not swept. The newest
    /// minute is one file with `latest.json`, which has just been written.
    private func age(_ house: House) throws {
        let root = house.folder.appendingPathComponent("Output/\(Self.board)")
        for path in try house.publishedPaths(below: Self.board) where path.contains("/") && !path.hasPrefix("at/") {
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: -3600)],
                ofItemAtPath: root.appendingPathComponent(path).path)
        }
    }
}

extension House {
    fileprivate func publishedBytes(of path: String) throws -> Int {
        try Data(contentsOf: folder.appendingPathComponent("Output/\(path)")).count
    }

    /// Files and folders below a published folder.
    fileprivate func publishedPaths(below path: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.appendingPathComponent("Output/\(path)").path)
    }
}
