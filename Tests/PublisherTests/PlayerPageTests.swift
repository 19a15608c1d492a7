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

    /// A rank's score in every hour until now, but for those left out.
    static func course(_ rank: Int, without gap: Range<Int> = 0..<0) -> BorderCourse {
        let start = Slot(containing: Fixture.times.starts)
        let hours = (0...(Fixture.slot - start) / 60).filter { !gap.contains($0) }
        return BorderCourse(
            rank: rank, points: hours.map { .init(slot: start + $0 * 60, score: Int64($0) * 1000 + 500) })
    }

    static func report(past: [PlayerReport.Placement] = []) -> PlayerReport {
        PlayerReport(
            player: Fixture.first, entry: Fixture().edition.standing.entries[0], series: series,
            courses: [course(1000)], past: past)
    }

    static func page(_ report: PlayerReport = report()) throws -> String {
        let pages = try Fixture.renderer().playerPages(report, in: Fixture().edition)
        #expect(pages.map(\.path) == ["e/sekai-jp-210/main/p/b1f39a0000000001.html"])
        return String(decoding: try #require(pages.first).bytes, as: UTF8.self)
    }

    @Test func showsCourseDaysHoursAndSessions() throws {
        let page = try Self.page()
        for text in [
            #"<h1><bdi translate="no">みく🌊</bdi></h1>"#, "Sekai (Japan) · ", "48,213,954", "+123,456",
            #"href="/e/sekai-jp-210/main/""#,
            "Rank 1,000, closes near 12M", #"class="line line-0" d="M"#,
            #"<circle class="line-0" cx="#, #"class="line outlook line-1" d="M"#,
            // One game on the first day, for what stood at first was no game seen, and thirteen on the third.
            "Sessions: 2, games: 14.", #"<td class="h1">1<"#, #"<td class="h2">13<"#,
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

    private func chart(rank: Int, _ courses: [BorderCourse], series: Series = series) -> PlayerChart {
        let entry = StandingEntry(
            rank: rank, player: Fixture.first, name: "a", score: 9_500, scoredAt: Fixture.slot)
        let report = PlayerReport(player: Fixture.first, entry: entry, series: series, courses: courses, past: [])
        let edition = Fixture().edition
        return PlayerChart(
            report: report, edition: edition, presence: PlayerPresence(report: report, edition: edition))
    }

    @Test(arguments: [
        (1, [10, 1000]), (10, [1, 20, 1000]), (15, [10, 20, 1000]), (60, [20, 1000]), (1000, [20, 2000]),
        (3000, [2000]),
    ])
    func showsWhoIsNextAboveAndBelowAndTheNextBorder(_ rank: Int, _ ranks: [Int]) {
        let chart = chart(rank: rank, [1, 10, 20, 1000, 2000].map { Self.course($0) })
        #expect(chart.borders.map(\.rank) == ranks)
    }

    /// Hours that nobody read, and those in which the player was not on the board, are joined by no line.
    @Test func whatWasNotSeenIsAGap() throws {
        let whole = try #require(chart(rank: 1, [Self.course(1000)]).context[.path])
        #expect(whole.count { $0 == "M" } == 1)
        let unread = chart(rank: 1, [Self.course(1000, without: 20..<30)]).context
        #expect(unread[.path]?.count { $0 == "M" } == 2)
        let line = try #require(unread.child(named: "borders") as? [PageContext])[0]
        #expect(line[.path]?.count { $0 == "M" } == 2)
        let points = Self.series.points
        let gone = Series.Point(slot: points[2].slot + 60, rank: nil, score: nil)
        let away = Series(points: Array(points[..<3]) + [gone] + Array(points[3...]))
        #expect(chart(rank: 1, [Self.course(1000)], series: away).context[.path]?.count { $0 == "M" } == 2)
        // An hour alone is a dot.
        let alone = Series(
            points: Array(points[..<2]) + [Series.Point(slot: points[1].slot + 60, rank: nil, score: nil)])
        #expect(chart(rank: 1, [Self.course(1000)], series: alone).context[.path]?.hasSuffix("h.1") == true)
    }

    @Test func hoursThatWereNotSeenAreNoHoursWithoutGames() throws {
        let report = PlayerReport(
            player: Fixture.first, entry: Fixture().edition.standing.entries[0], series: Self.series,
            courses: [Self.course(1000, without: 20..<30)], past: [])
        let page = try Self.page(report)
        #expect(page.matches(of: /<td class="unknown">\?(?=<)/).count == 10)
        #expect(page.contains(#"<td class="h0">0<"#))
        // Before the start, at six in the morning, and after now; the corner, and the session that is not regular.
        #expect(page.matches(of: /<td>(?=<)/).count == 6 + 11 + 2)
        #expect(
            page.matches(of: /<small>seen in [^<]*<\/small>/).map { String($0.0) } == [
                "<small>seen in 14 of 24 h</small>"
            ])
    }

    @Test(arguments: [(0, 0), (1, 1), (7, 1), (8, 2), (16, 3), (24, 4), (90, 4)])
    func heatGrowsWithGames(_ games: Int, _ heat: Int) {
        #expect(PlayerRun.heat(of: games) == heat)
    }
}
