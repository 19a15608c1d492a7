import Activity
import Rankings
import Testing

@testable import Publisher

struct PlayerPageTests {
    /// A score and a game an hour after it on the first day, thirteen regular ones two days on, and a new name with the
    /// last.
    static let series: Series = {
        let start = Slot(containing: Fixture.times.starts)
        var points = [
            Series.Point(slot: start, rank: nil, score: nil),
            Series.Point(slot: start + 10, rank: 4, score: 1_000, name: "みく"),
            Series.Point(slot: start + 70, rank: 2, score: 3_000, name: "みく"),
        ]
        for place in 0..<13 {
            points.append(
                Series.Point(
                    slot: start + 2_880 + place * 3, rank: 2 - place / 12, score: 3_000 + Int64(place + 1) * 500,
                    name: place < 12 ? "みく" : "<b>"))
        }
        return Series(points: points)
    }()

    static func report(past: [PlayerReport.Placement] = []) -> PlayerReport {
        PlayerReport(
            player: Fixture.first, entry: Fixture().edition.standing.entries[0], series: series,
            courses: Fixture().report.courses, past: past)
    }

    static func page(_ report: PlayerReport = report()) throws -> String {
        let pages = try Fixture.renderer().playerPages(report, in: Fixture().edition)
        #expect(pages.map(\.path) == ["e/sekai-jp-210/main/p/b1f39a0000000001.html"])
        return String(decoding: try #require(pages.first).bytes, as: UTF8.self)
    }

    @Test func showsCourseDaysHoursAndSessions() throws {
        let page = try Self.page()
        for text in [
            #"<h1><bdi translate="no">みく🌊</bdi></h1>"#, "48,213,954", "+123,456", #"href="/e/sekai-jp-210/main/""#,
            "Rank 1,000, closes near 12M", #"class="line line-0" d="M"#,
            #"<circle class="line-0" cx="#, #"class="line outlook line-1" d="M"#,
            // One game on the first day, for what stood at first was no game seen, and thirteen on the third.
            "Sessions: 2, games: 14.", #"<td class="h1">1</td>"#, #"<td class="h2">13</td>"#,
            "regular, automatic perhaps", #"<td class="num">20</td>"#, "+6.5k",
            // The third day: from rank 2 to rank 1.
            #"<td class="num">1</td><td class="num">2</td><td class="num">9,500</td><td class="num gain">+6.5k</td>"#,
            "&lt;b&gt;", "since",
        ] {
            #expect(page.contains(text), "\(text)")
        }
        #expect(!page.contains("Past events"))
        #expect(!page.contains("<b>&"))
    }

    @Test func namesWhatThePlayerDidBefore() throws {
        let fixture = Fixture(eventName: "Earlier & other")
        let past = PlayerReport.Placement(event: fixture.domainEvent, board: fixture.boards[1], rank: 17, score: 42_000)
        let page = try Self.page(Self.report(past: [past]))
        for text in [
            "Past events", #"<a href="/e/sekai-jp-210/chapter-1/">Earlier &amp; other, Kanade</a>"#,
            #"<td class="num">17</td><td class="num">42,000</td>"#,
        ] {
            #expect(page.contains(text), "\(text)")
        }
    }

    @Test func whoNeverPlayedHasNoSessions() throws {
        let entry = Fixture().edition.standing.entries[0]
        let report = PlayerReport(
            player: Fixture.first, entry: entry, series: Series(points: []), courses: [], past: [])
        let page = try Self.page(report)
        #expect(!page.contains("Sessions:"))
        #expect(!page.contains("{{"))
    }

    @Test func aBoardLeadsToItsPlayersButNotToTheForgotten() throws {
        let page = try Fixture(names: ["a", nil]).page()
        #expect(page.contains(#"<a href="/e/sekai-jp-210/main/p/b1f39a0000000001.html">"#))
        #expect(!page.contains("/p/002c440000000002"))
        #expect(page.contains("Removed player"))
    }

    @Test(arguments: [(0, 0), (1, 1), (7, 1), (8, 2), (16, 3), (24, 4), (90, 4)])
    func heatGrowsWithGames(_ games: Int, _ heat: Int) {
        #expect(PlayerRun.heat(of: games) == heat)
    }
}
