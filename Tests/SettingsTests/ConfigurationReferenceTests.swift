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

    @Test func itsExampleLoads() throws {
        let block = try #require(page.components(separatedBy: "```yaml\n").dropFirst().first)
        let yaml = try #require(block.components(separatedBy: "```").first)
        let configuration = try load(yaml, environment: ["BORDERLINE_DATABASE_PASSWORD": "x", "SIM_TOKEN": "y"])
        #expect(configuration.games.count == 1)
    }
}
