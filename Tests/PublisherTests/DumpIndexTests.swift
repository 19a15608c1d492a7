import Foundation
import Rankings
import Testing

@testable import Publisher

struct DumpIndexTests {
    private static func event(_ name: String, title: String) -> Event {
        let times = EventTimes(
            starts: starts, ends: starts + .hours(192), announces: starts + .hours(193), closes: starts + .hours(200))
        return Event(
            id: EventID(rawValue: name), game: GameID(rawValue: "sim"), upstreamID: "1", name: title, kind: "marathon",
            times: times, boards: [])
    }

    private static let starts = Instant(unixSeconds: 1_767_247_200)

    private static let index = DumpIndex(items: [
        DumpIndex.Item(event: event("sim-2", title: "<b>Later</b>"), dump: nil),
        DumpIndex.Item(
            event: event("sim-1", title: "First"),
            dump: DumpIndex.Dump(
                path: "dumps/sim-1/final-0123abcd", through: Slot(containing: starts + .hours(200)), isComplete: true,
                observations: 1_371_000, knownIssues: 3, licence: "CC0-1.0", licenceURL: nil,
                files: [.init(name: "changes.csv.gz", bytes: 3_449_999), .init(name: "sha256sums", bytes: nil)])),
    ])

    @Test func programsFindEveryEventAndItsFiles() throws {
        let files = try DumpIndexFiles.make(Self.index, renderer: try Fixture.renderer())
        let document = try #require(files.roots.first { $0.path == "dumps/index.json" })
        let text = String(decoding: document.bytes, as: UTF8.self)
        #expect(
            text == """
                {"v":1,"events":[{"event":"sim-2","game":"sim","name":"<b>Later</b>","kind":"marathon",\
                "starts":1767247200,"ends":1767938400,"dump":null},{"event":"sim-1","game":"sim","name":"First",\
                "kind":"marathon","starts":1767247200,"ends":1767938400,"dump":{"path":"dumps/sim-1/final-0123abcd/",\
                "through":1767967200,"complete":true,"observations":1371000,"known_issues":3,\
                "licence":"CC0-1.0","licence_url":null,"files":[{"name":"changes.csv.gz","bytes":3449999},\
                {"name":"sha256sums","bytes":null}]}}]}

                """)
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(document.bytes)) }
    }

    @Test func peopleFindLinksAndFigures() throws {
        let files = try DumpIndexFiles.make(Self.index, renderer: try Fixture.renderer())
        let page = try #require(files.roots.last { $0.path == "dumps/index.html" })
        let text = String(decoding: page.bytes, as: UTF8.self)
        #expect(text.contains("&lt;b&gt;Later&lt;/b&gt;") && text.contains("No dump yet."))
        #expect(text.contains("1,371,000 observations, 3.4 MB, through 9 Jan 2026, 14:00 UTC · gaps: 3 · CC0-1.0</p>"))
        #expect(text.contains(#"<a href="/dumps/sim-1/final-0123abcd/changes.csv.gz">changes.csv.gz</a>"#))
        #expect(text.contains(#"<a href="/dumps/sim-1/final-0123abcd/sha256sums">sha256sums</a></span>"#))
        #expect(text.components(separatedBy: "No dump yet.").count == 2)
    }
}
