import Foundation
import Testing

@testable import Settings

/// Holds `Docs/configuration.md` against the table of keys.
@Suite struct ConfigurationReferenceTests {
    let page: String

    init() throws {
        let file = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Docs/configuration.md")
        page = try String(contentsOf: file, encoding: .utf8)
    }

    @Test func hasTheRowOfEveryKeyInOrderAndNoOther() {
        let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `") }.map(String.init)
        let expected = ConfigurationKey.all.filter { $0.type != .refusedSecret }.map(\.referenceRow)
        for (row, key) in zip(rows, expected) { #expect(row == key) }
        #expect(rows.count == expected.count)
    }

    @Test func namesEverySection() {
        let headings = page.split(separator: "\n").filter { $0.hasPrefix("## ") }
        for section in Set(ConfigurationKey.all.map(\.section)) where !section.isEmpty && section != "database.tls" {
            let name = section.replacing("[]", with: "")
            #expect(headings.contains { $0.contains("`\(name)`") }, "no heading for \(name)")
        }
    }

    @Test func examplesOfUpstreamsLoad() throws {
        let file = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Docs/upstreams.md")
        let blocks = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "```yaml\n").dropFirst()
            .compactMap { $0.components(separatedBy: "```").first }
        let environment = ["PUZZLE_TOKEN": "x", "LOGIN": "{}", "APP_VERSION": "1", "APP_HASH": "a"]
        let games = try blocks.flatMap { try load($0, environment: environment).games }
        #expect(games.map(\.adapter) == [.hisekai, .gameServer, .bestdori, .mapped])
        #expect(games.map(\.events.count) == [0, 0, 1, 0])
        #expect(games[0].mirrors.count == 1 && games[1].session != nil)
        #expect(games.last?.mapped?.requests.count == 2)
    }

    @Test func itsExampleLoads() throws {
        let block = try #require(page.components(separatedBy: "```yaml\n").dropFirst().first)
        let yaml = try #require(block.components(separatedBy: "```").first)
        let configuration = try load(yaml, environment: ["BORDERLINE_DATABASE_PASSWORD": "x", "SIM_TOKEN": "y"])
        #expect(configuration.games.count == 1)
    }
}
