import Foundation
import Rankings
import Testing

@testable import Publisher

struct CalendarTests {
    static func site(named name: String = "A, b; c\\d\nBEGIN:VEVENT", upcoming: Bool = false) -> SiteOverview {
        let fixture = Fixture(eventName: name)
        let board = SiteBoard(board: fixture.boards[0], phase: .running, slot: Fixture.slot, next: Fixture.slot + 1)
        return SiteOverview(
            slot: Fixture.slot, live: upcoming ? [] : [SiteEvent(event: fixture.domainEvent, boards: [board])],
            past: [],
            publicationDelay: nil, upcoming: upcoming ? [fixture.domainEvent] : [])
    }

    static func text(_ site: SiteOverview, address: String? = "https://b.example/") -> String {
        String(decoding: EventCalendar(site: site, title: "Borders", address: address).bytes, as: UTF8.self)
    }

    @Test(arguments: [false, true])
    func saysWhenScoringRuns(_ upcoming: Bool) {
        #expect(
            Self.text(Self.site(upcoming: upcoming))
                == [
                    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Borderline//Events//EN", "X-WR-CALNAME:Borders",
                    "BEGIN:VEVENT", "UID:sekai-jp-210@borderline", "DTSTAMP:20261113T060000Z",
                    "DTSTART:20261113T060000Z",
                    "DTEND:20261122T120000Z", #"SUMMARY:A\, b\; c\\d BEGIN:VEVENT"#,
                    "URL:https://b.example/e/sekai-jp-210/main/", "END:VEVENT", "END:VCALENDAR", "",
                ].joined(separator: "\r\n"))
    }

    @Test func longLinesAreFoldedBetweenCharacters() throws {
        let text = Self.text(Self.site(named: String(repeating: "夜🌊", count: 60)), address: nil)
        let lines = text.components(separatedBy: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 75 })
        #expect(lines.contains { $0.hasPrefix(" ") })
        #expect(text.replacingOccurrences(of: "\r\n ", with: "").contains(String(repeating: "夜🌊", count: 60)))
        #expect(!text.contains("URL:"))
    }

    @Test func theFrontPageSaysWhatComes() throws {
        let pages = try Fixture.renderer().sitePages(Self.site(named: "Soon", upcoming: true))
        let page = String(decoding: try #require(pages.first).bytes, as: UTF8.self)
        #expect(page.contains("Coming up"))
        #expect(page.contains("<b>Soon</b>"))
        #expect(page.contains(#"href="/calendar.ics""#))
        #expect(!page.contains("Have yourself removed"))
    }

    @Test func whoWantsToBeRemovedFindsTheWay() throws {
        let renderer = try PageRenderer(templates: Fixture.templates, contact: "mailto:a@b.example")
        let page = String(decoding: try renderer.notFoundPage(), as: UTF8.self)
        #expect(page.contains(#"<a href="mailto:a@b.example">Have yourself removed</a>"#))
    }

    @Test func theSiteCanBeInstalled() throws {
        let file = try Fixture.renderer().appManifest
        #expect(file.path == "site.webmanifest")
        let manifest = try #require(
            try JSONSerialization.jsonObject(with: Data(file.bytes)) as? [String: Any])
        #expect(manifest["start_url"] as? String == "/")
        let icon = try #require((manifest["icons"] as? [[String: String]])?.first?["src"])
        #expect(try Fixture.renderer().assets.contains { "/" + $0.path == icon })
    }
}
