import Foundation
import FoundationXML
import Rankings
import Testing

@testable import Publisher

struct FeedTests {
    private static let hostile = #"<b>&"'\#u{202E}夜"#

    private func site(phase: Season.Phase) -> SiteOverview {
        let fixture = Fixture(eventName: Self.hostile)
        let boards = fixture.boards.map { SiteBoard(board: $0, phase: phase, slot: Fixture.slot, next: nil) }
        let event = SiteEvent(event: fixture.domainEvent, boards: boards)
        return SiteOverview(slot: Fixture.slot, live: [event], past: [], publicationDelay: nil)
    }

    private func renderer(url: String? = "https://borderline.example") throws -> PageRenderer {
        try PageRenderer(templates: Fixture.templates, siteTitle: "Borders & more", siteURL: url)
    }

    private func texts(_ path: String, in bytes: [UInt8]) throws -> [String] {
        let document = try XMLDocument(data: Data(bytes))
        return try document.nodes(forXPath: path).map { $0.stringValue ?? "" }
    }

    @Test func aRunningEventHasBegunAndAnAnnouncedOneHasAResultToo() throws {
        let running = try #require(try renderer().feed(site(phase: .running)))
        let entry = "/*[local-name()='feed']/*[local-name()='entry']/"
        #expect(try texts(entry + "*[local-name()='title']", in: running) == [#"<b>&"'夜"#])
        #expect(try texts(entry + "*[local-name()='updated']", in: running) == ["2026-11-13T06:00:00Z"])
        let over = try #require(try renderer().feed(site(phase: .announced)))
        #expect(
            try texts(entry + "*[local-name()='id']", in: over) == [
                "https://borderline.example/e/sekai-jp-210/main/#result",
                "https://borderline.example/e/sekai-jp-210/main/#begins",
            ])
        #expect(
            try texts("/*[local-name()='feed']/*[local-name()='updated']", in: over) == ["2026-11-22T12:10:00Z"])
    }

    @Test func theSitemapHasEveryBoard() throws {
        let sitemap = try #require(try renderer().sitemap(site(phase: .running)))
        #expect(
            try texts("//*[local-name()='loc']", in: sitemap) == [
                "https://borderline.example/", "https://borderline.example/dumps/",
                "https://borderline.example/e/sekai-jp-210/main/",
                "https://borderline.example/e/sekai-jp-210/chapter-1/",
            ])
        #expect(
            String(decoding: try renderer().robots(), as: UTF8.self)
                == "User-agent: *\nDisallow:\nSitemap: https://borderline.example/sitemap.xml\n")
    }

    @Test func withoutAnAddressThereIsNeither() throws {
        let renderer = try renderer(url: nil)
        #expect(try renderer.feed(site(phase: .running)) == nil)
        #expect(try renderer.sitemap(site(phase: .running)) == nil)
        #expect(String(decoding: try renderer.robots(), as: UTF8.self) == "User-agent: *\nDisallow:\n")
        let paths = try SiteFiles.make(site(phase: .running), renderer: renderer).roots.map(\.path)
        #expect(paths == ["index.html", "calendar.ics", "manifest.json"])
    }

    @Test func pagesTellSocialSitesWhatTheyAre() throws {
        let page = String(decoding: try renderer().boardPage(Fixture(eventName: Self.hostile).edition), as: UTF8.self)
        #expect(page.contains(#"<meta property="og:url" content="https://borderline.example/e/sekai-jp-210/main/">"#))
        #expect(page.contains(#"<meta property="og:title" content="Whole event – &lt;b&gt;&amp;&quot;&#39;夜">"#))
        #expect(page.contains(#"href="/feed.atom""#))
    }
}
