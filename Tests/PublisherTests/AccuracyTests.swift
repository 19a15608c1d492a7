import Rankings
import Testing

@testable import Publisher

@Suite struct AccuracyTests {
    private let board = ScoredBoard(
        game: GameID(rawValue: "sekai-jp"), board: BoardID(event: EventID(rawValue: "sekai-jp-210"), name: "main"),
        eventName: "夜明け & <b>", boardTitle: "Whole event", ends: Instant(unixSeconds: 1_795_348_800),
        scores: [
            ForecastScore(
                leadHours: 24, model: "pooled-3", borders: 30, error: 24_700, persistenceError: 305_000,
                linearError: nil, inHalf: 16, inFourFifths: 24, inNineTenths: 28),
            ForecastScore(
                leadHours: 3, model: "pooled-3", borders: 0, error: 0, persistenceError: nil, linearError: nil,
                inHalf: 0, inFourFifths: 0, inNineTenths: 0),
        ])

    private func files(_ scored: [ScoredBoard]) throws -> [OutputFile] {
        let site = SiteOverview(slot: Fixture.slot, live: [], past: [], publicationDelay: nil, scored: scored)
        return try SiteFiles.make(site, renderer: Fixture.renderer()).roots
    }

    @Test func theDocumentHasEveryBoardAndLead() throws {
        let document = try #require(files([board]).first { $0.path == "accuracy/sekai-jp/index.json" })
        #expect(
            String(decoding: document.bytes, as: UTF8.self) == """
                {"v":1,"game":"sekai-jp","boards":[{"board":"sekai-jp-210/main","ends":1795348800,"leads":[\
                {"hours":24,"model":"pooled-3","borders":30,"error_ppm":24700,"persistence_error_ppm":305000,\
                "linear_error_ppm":null,"in50":16,"in80":24,"in90":28},\
                {"hours":3,"model":"pooled-3","borders":0,"error_ppm":null,"persistence_error_ppm":null,\
                "linear_error_ppm":null,"in50":0,"in80":0,"in90":0}]}]}

                """)
    }

    @Test func thePageShowsErrorsBesideTheSimpleRules() throws {
        let page = try #require(files([board]).first { $0.path == "accuracy/sekai-jp/index.html" })
        let text = String(decoding: page.bytes, as: UTF8.self)
        #expect(
            text.contains("<th scope=\"row\" class=\"num\">24 h</th><td class=\"num\">1</td><td class=\"num\">30</td>"))
        #expect(
            text.contains("<td class=\"num\"><b>2.5 %</b></td><td class=\"num\">30.5 %</td><td class=\"num\">–</td>"))
        #expect(text.contains("<td class=\"num\">53 %</td><td class=\"num\">80 %</td><td class=\"num\">93 %</td>"))
        #expect(text.contains("夜明け &amp; &lt;b&gt;, Whole event"))
        #expect(text.contains("href=\"/e/sekai-jp-210/main/\""))
    }

    @Test func theFrontPageLeadsToIt() throws {
        let index = try #require(files([board]).first { $0.path == "index.html" })
        #expect(String(decoding: index.bytes, as: UTF8.self).contains("href=\"/accuracy/sekai-jp/\""))
        let empty = try files([])
        #expect(!empty.contains { $0.path.hasPrefix("accuracy/") })
    }
}
