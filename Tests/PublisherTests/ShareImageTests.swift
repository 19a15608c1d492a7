import Foundation
import FoundationXML
import Rankings
import Testing

@testable import Publisher

struct ShareImageTests {
    private func image(
        _ fixture: Fixture = Fixture(), site: String = "Borderline", featured: [Int] = [1000]
    ) -> ShareImage {
        ShareImage(fixture.report, of: fixture.domainEvent, siteTitle: site, game: "Game & name", featured: featured)
    }

    private func svg(_ image: ShareImage) -> String { String(decoding: image.svg, as: UTF8.self) }

    @Test func saysWhatTheBoardIsAndWhereItsBordersWillBe() throws {
        let text = svg(image())
        for words in [
            "夜明けのスケッチブック", "Whole event", "Game &amp; name", "Rank 1,000", "now 121k", ">12M<", "10–14M",
            "Forecast of 20 Nov 2026, 12:00 UTC", "ends 22 Nov, 12:00 UTC",
        ] { #expect(text.contains(words), "\(words)") }
    }

    @Test func isAPictureOfTheSizeThatIsExpected() throws {
        let file = try image().file(document: "00112233445566ff")
        #expect(file.path == "e/sekai-jp-210/main/forecast/00112233445566ff.png")
        #expect(file.kind == .immutable && file.contentType == "image/png" && file.codings == [.identity])
        #expect(file.bytes[16..<24] == [0, 0, 4, 0xB0, 0, 0, 2, 0x76])
        #expect(file.bytes.count < 150_000)
        #expect(try image().file(document: "00112233445566ff") == file)
    }

    @Test func withoutAForecastItShowsWhatIs() {
        let text = svg(image(Fixture(forecast: nil)))
        #expect(text.contains(">121k<") && text.contains("so far") && text.contains("As of 20 Nov"))
        #expect(!text.contains("Forecast of"))
    }

    @Test func threeBordersHaveRoomAndFeaturedOnesComeFirst() {
        let final = Quantiles(values: [1, 2, 3, 4, 5, 6, 7])
        let forecast = Fixture.forecast(
            borders: [10, 50, 100, 200, 5000].map { BorderForecast(rank: $0, final: final) })
        let text = svg(image(Fixture(forecast: forecast), featured: [200, 5000]))
        let ranks = text.matches(of: /Rank ([0-9,]+)/).map { String($0.1) }
        #expect(ranks == ["10", "200", "5,000"])
    }

    @Test(arguments: [
        "</text><script>alert(1)</script>", "\u{202e}gpj.exe", "{{{title}}} &amp; \"'", "]]><!--",
        "\u{0}\u{8}\u{1b}\u{fffe}",
        String(repeating: "W", count: 255), String(repeating: "漢", count: 255), "👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿", "مرحبا بالعالم",
        "Z\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "",
    ])
    func whateverANameIsItIsADrawing(name: String) throws {
        let fixture = Fixture(eventName: name, boardTitles: [name, name])
        let image = image(fixture, site: name)
        let parser = XMLParser(data: Data(image.svg))
        #expect(parser.parse(), "\(name)")
        #expect(!svg(image).contains("<script"))
        #expect(try image.file(document: "00112233445566ff").bytes.count > 5_000)
    }

    @Test(arguments: [
        ("Short", 2, ["Short"]), ("", 2, []), ("one two three four", 2, ["one two", "three four"]),
        ("one two three four five six", 2, ["one two", "three four…"]),
        ("abcdefghijklmnopqrst", 2, ["abcdefghijk", "lmnopqrst"]),
        ("漢漢漢漢漢漢漢漢", 1, ["漢漢漢漢漢…"]),
    ])
    func textIsBrokenAndCut(text: String, limit: Int, lines: [String]) {
        #expect(ShareText.lines(text, width: 68, size: 10, isBold: false, atMost: limit) == lines)
    }

    @Test func pagesNameItWhereTheSiteHasAnAddress() throws {
        let renderer = try PageRenderer(templates: Fixture.templates, siteURL: "https://b.example")
        let page = String(decoding: try renderer.boardPage(Fixture().edition), as: UTF8.self)
        let address = "https://b.example/e/sekai-jp-210/main/forecast/00112233445566ff.png"
        #expect(page.contains(#"<meta property="og:image" content="\#(address)">"#))
        #expect(page.contains(#"<meta name="twitter:card" content="summary_large_image">"#))
        let before = String(decoding: try renderer.boardPage(Fixture(forecast: nil).edition), as: UTF8.self)
        for other in [before, try Fixture().page()] {
            #expect(!other.contains("og:image"))
            #expect(other.contains(#"<meta name="twitter:card" content="summary">"#))
        }
    }
}
