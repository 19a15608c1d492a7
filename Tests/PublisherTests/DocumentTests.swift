import Foundation
import Rankings
import Testing

@testable import Publisher

struct DocumentTests {
    @Test func latestIsWrittenAsDocumented() {
        let text = String(decoding: LatestDocument(edition: Fixture().edition).bytes, as: UTF8.self)
        #expect(
            text == """
                {"v":1,"board":"sekai-jp-210/main","slot":1795176180,"as_of":1795176180,"next":1795176240,\
                "phase":"running","starts":1794549600,"ends":1795348800,"announces":1795349400,"final":false,\
                "scale":1,"outcome":"changed","reason":null,"windows":[{"hours":1,"seen":60,"planned":60},\
                {"hours":3,"seen":180,"planned":180},{"hours":24,"seen":1440,"planned":1440}],\
                "entries":{"rank_steps":[1,1],"player":[1,0],\
                "score":[48213954,47900000],"gains":[[123456,null],[123456,null],[123456,null]],"idle":[0,7],\
                "climbed":[2,null],"games":[12,null]},\
                "borders":{"rank_steps":[1000],"score":[8000000],"gains":[[50000],[150000],[1200000]],"idle":[1]},\
                "names":"d994a469e7ddc085","series":"8899aabbccddeeff","forecast":"00112233445566ff",\
                "forecast_made":1795176000,"forecast_absence":null}

                """)
    }

    @Test func aMissedSlotRepeatsTheStandingWithItsOwnSlot() {
        let fixture = Fixture(slot: Fixture.slot + 1, outcome: .missed, reason: "no answer within 10 s", next: nil)
        let text = String(decoding: LatestDocument(edition: fixture.edition).bytes, as: UTF8.self)
        #expect(text.contains(#""slot":1795176240,"as_of":1795176180,"next":null,"#))
        #expect(text.contains(#""outcome":"missed","reason":"no answer within 10 s","#))
        #expect(text.contains(#""idle":[1,8]"#))
    }

    @Test func theSameEditionGivesTheSameBytes() throws {
        let renderer = try Fixture.renderer()
        let once = try EditionFiles.make(Fixture().edition, renderer: renderer)
        #expect(try EditionFiles.make(Fixture().edition, renderer: renderer) == once)
        #expect(try EditionFiles.make(Fixture().edition, renderer: Fixture.renderer()) == once)
    }

    @Test func namesAreSortedByPseudonymAndNamedByTheirHash() {
        let names = NamesDocument(standing: Fixture().standing)
        #expect(
            String(decoding: names.bytes, as: UTF8.self)
                == #"{"v":1,"players":["002c440000000002","b1f39a0000000001"],"names":["Kōhei","みく🌊"]}"# + "\n")
        #expect(names.hash == ContentHash.of(names.bytes))
        #expect(names.hash != NamesDocument(standing: Fixture(names: ["みく", "Kōhei"]).standing).hash)
    }

    @Test func forecastHoldsQuantilesAndTheCourseAsDifferences() {
        let document = ForecastDocument(report: Fixture().report)
        #expect(
            String(decoding: document.bytes, as: UTF8.self) == """
                {"v":1,"board":"sekai-jp-210/main","made":1795176000,"model":"pooled-3","absence":null,\
                "caution":null,"starts":1794549600,"ends":1795348800,"scale":1,"levels_percent":[5,10,25,50,75,90,95],\
                "borders":[{"rank":1000,"now":120500,"final":[9000000,10000000,11000000,12000000,13000000,14000000,\
                15000000],"speed":null,"safe_speed":null,"path":null,\
                "course":{"from":1794549600,"minutes":[60,60],"scores":[500,60000,60000]}}],\
                "entries":{"now":[],"final":[[],[],[],[],[],[],[]]}}

                """)
    }

    @Test func forecastHoldsTheWayAndTheSingleRanks() {
        let report = Fixture().report
        let steps = [1, 0].map { day in
            BorderOutlook.Step(
                at: report.board.times.ends - .hours(24 * day),
                scores: Quantiles(values: (9...15).map { Int64($0 - 5 * day) * 1_000_000 }))
        }
        let entry = EntryForecast(rank: 1, now: 7, final: Quantiles(values: [8, 9, 10, 11, 12, 13, 14]))
        let whole = ForecastReport(
            board: report.board, forecast: report.forecast, courses: report.courses,
            outlooks: [BorderOutlook(rank: 1000, path: steps, speed: 247_490, safeSpeed: 289_157)], entries: [entry])
        let text = String(decoding: ForecastDocument(report: whole).bytes, as: UTF8.self)
        #expect(
            text.contains(
                #""speed":247490,"safe_speed":289157,"path":{"from":1795262400,"every":86400,"low":[5000000,5000000],"#
                    + #""median":[7000000,5000000],"high":[9000000,5000000]},"course""#))
        #expect(text.hasSuffix(#""entries":{"now":[7],"final":[[8],[9],[10],[11],[12],[13],[14]]}}"# + "\n"))
    }

    @Test func cautionIsPublishedAndSaidOnThePage() throws {
        let usual = Fixture().report.forecast
        let cautious = BoardForecast(
            board: usual.board, madeAt: usual.madeAt, model: usual.model, borders: usual.borders,
            caution: .unlikeThePast)
        let fixture = Fixture(forecast: cautious)
        #expect(
            String(decoding: ForecastDocument(report: fixture.report).bytes, as: UTF8.self)
                .contains(#""caution":"unlikeThePast""#))
        #expect(try fixture.page().contains("The model does not know this"))
        #expect(try fixture.page().contains(#"data-caution="unlikeThePast""#))
        #expect(try !Fixture().page().contains("The model does not know this"))
    }

    @Test func aBorderWithoutForecastSaysSo() {
        let document = ForecastDocument(report: Fixture(forecast: nil).report)
        let text = String(decoding: document.bytes, as: UTF8.self)
        #expect(text.contains(#""absence":"noFinishedEvent""#))
        #expect(text.contains(#""rank":1000,"now":120500,"final":null,"#))
    }

    @Test func contentHashIsTheHeadOfTheSHA256() {
        // The published vector for "abc" begins ba7816bf 8f01cfea.
        #expect(ContentHash.of(Array("abc".utf8)) == "ba7816bf8f01cfea")
    }

    @Test func manifestNamesEveryBoard() {
        let board = SiteBoard(
            board: Fixture().boards[0], phase: .running, slot: Fixture.slot, next: Fixture.slot + 1)
        let site = SiteOverview(
            slot: Fixture.slot, live: [SiteEvent(event: Fixture().domainEvent, boards: [board])], past: [],
            publicationDelay: .milliseconds(3100))
        #expect(
            String(decoding: ManifestDocument(site: site).bytes, as: UTF8.self) == """
                {"v":1,"slot":1795176180,"publication_delay_p90_ms":3100,"events":[{"event":"sekai-jp-210",\
                "game":"sekai-jp","name":"夜明けのスケッチブック","kind":"world_bloom","boards":[\
                {"board":"sekai-jp-210/main","path":"e/sekai-jp-210/main/","title":"Whole event","phase":"running",\
                "slot":1795176180,"next":1795176240,"starts":1794549600,"ends":1795348800}]}]}

                """)
    }

    @Test func minuteFileHasTheBytesOfLatest() throws {
        let files = try EditionFiles.make(Fixture().edition, renderer: Fixture.renderer())
        let latest = try #require(files.roots.last)
        #expect(latest.path == "e/sekai-jp-210/main/latest.json")
        let minute = try #require(files.dependencies.first { $0.path.contains("/at/") })
        #expect(minute.path == "e/sekai-jp-210/main/at/29919603.json")
        #expect(minute.bytes == latest.bytes)
    }
}
