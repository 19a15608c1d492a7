import Activity
import Rankings
import Testing

@testable import Publisher

struct BoardPageTests {
    @Test func showsEveryValueWithoutAScript() throws {
        let page = try Fixture().page()
        for text in [
            "夜明けのスケッチブック", #"<bdi translate="no">みく🌊</bdi>"#, "48,213,954", "+123,456", "60/60",
            #"<time datetime="2026-11-20T11:56:00Z">7 min</time>"#, "near <b>12M</b></span>",
            "10–14M", "12,000,000", "10,000,000", "14,000,000", "<strong>1 d 23 h</strong>",
            #"<span class="note">left</span> <span class="when">at 12:03 UTC</span>"#,
            "Data of 12:03:00 UTC, 60 of 60 minutes of the last hour seen",
            #"href="/e/sekai-jp-210/chapter-1/""#,
            #"src="/e/sekai-jp-210/main/forecast/00112233445566ff.svg#rank-1000""#,
            #"data-slot="1795176180""#, "Made at 12:00 UTC on 20 Nov.",
        ] {
            #expect(page.contains(text), "\(text)")
        }
    }

    @Test(arguments: [true, false])
    func namesLeadToPagesOfPlayersWhereThereAreAny(areThere: Bool) throws {
        let page = try Fixture(hasPlayerPages: areThere).page()
        let link = #"<a href="/e/sekai-jp-210/main/p/\#(Fixture.first).html"><bdi translate="no">みく🌊</bdi></a>"#
        #expect(page.contains(link) == areThere)
        #expect(page.contains(#"<td class="name"><bdi translate="no">みく🌊</bdi></td>"#) != areThere)
        #expect(page.contains(#"data-players="""#) != areThere)
    }

    @Test func showsHowEachPlays() throws {
        let page = try Fixture().page()
        // 123,456 points in twelve games; 48,213,954 in 174 hours and three minutes.
        for cell in [
            #"<td class="move up">▲2</td>"#, #"<td class="num games">12</td>"#, #"<td class="num each">10.3k</td>"#,
            #"<td class="num average">277k</td>"#, #"<td class="move new">new</td>"#, #"<td class="num games">–</td>"#,
        ] {
            #expect(page.contains(cell), "\(cell)")
        }
    }

    @Test func saysNothingOfGamesThatReadingsDoNotTellApart() throws {
        let page = try Fixture(hour: nil).page()
        for absent in [#"class="num games""#, "show-games", "▲", ">new<"] {
            #expect(!page.contains(absent), "\(absent)")
        }
    }

    @Test func nobodyIsNewWhereNobodyWasSeenAnHourAgo() throws {
        let page = try Fixture(hour: PlayedHour(ranks: [:], games: [:])).page()
        #expect(!page.contains(#"class="move new""#))
    }

    @Test(arguments: [(179, nil), (180, "asleep"), (839, "asleep"), (840, "parked")] as [(Int, String?)])
    func guessesWhoSleepsOrHasStopped(_ minutes: Int, _ word: String?) throws {
        let page = try Fixture(idle: minutes).page()
        for other in ["asleep", "parked"] {
            #expect(page.contains(#"<small class="\#(other)">\#(other)</small>"#) == (other == word), "\(other)")
        }
    }

    @Test func tellsWhatItTakesToHoldABorder() throws {
        let ends = Fixture.times.ends
        let path = [
            BorderOutlook.Step(at: ends - .hours(1), scores: Quantiles(values: .init(repeating: 11_900_000, count: 7))),
            BorderOutlook.Step(
                at: ends, scores: Quantiles(values: [9, 10, 11, 12, 13, 14, 15].map { $0 * 1_000_000 })),
        ]
        var fixture = Fixture()
        fixture.outlooks = [BorderOutlook(rank: 1000, path: path, speed: 83_478, safeSpeed: 125_217)]
        let page = try fixture.page()
        for cell in [
            #"<td class="num" data-field="now">8M</td>"#, #"data-field="median">12M</b>"#,
            #"<small data-field="band">10–14M</small>"#, #"<td class="num" data-field="hold">83.5–125k</td>"#,
            #"id="soon">13:00</th>"#, #"<label for="chart-1000">1,000</label>"#,
        ] {
            #expect(page.contains(cell), "\(cell)")
        }
    }

    @Test func saysHowGoodForecastsWere() throws {
        func score(hours: Int, error: Int) -> ForecastScore {
            ForecastScore(
                leadHours: hours, model: "pooled-2", borders: 20, error: error, persistenceError: nil, linearError: nil,
                inHalf: 10, inFourFifths: 16, inNineTenths: 18)
        }
        let boards = [(24_000, 8_000), (26_000, 12_000)].map { day, late in
            ScoredBoard(
                game: GameID(rawValue: "sekai-jp"), board: BoardID(event: Fixture.event, name: "main"), eventName: "x",
                boardTitle: "y", ends: Fixture.times.ends,
                scores: [score(hours: 24, error: day), score(hours: 3, error: late)])
        }
        #expect(
            try Fixture(judged: boards).page().contains(
                "Finished boards of this game: 2. On average the forecasts missed by 2.5 % 24 h before the end, "
                    + "1.0 % 3 h before the end. <a href=\"/accuracy/sekai-jp/\">"))
        #expect(try !Fixture().page().contains("On average"))
    }

    @Test func hasNoInlineScriptOrStyle() throws {
        let page = try Fixture().page()
        #expect(!page.contains(" style="))
        #expect(!page.contains("<style"))
        #expect(!page.contains("<script>"))
        #expect(!page.contains("{{"))
    }

    @Test(arguments: [
        (
            Outcome.missed, Optional("unreachable (no such host)"),
            "The reading of 12:03 was missed: unreachable (no such host). The board is shown as it was at 12:01."
        ),
        (
            .refused, nil,
            "The reading of 12:03 was implausible and was not used. The board is shown as it was at 12:01."
        ),
        (.partial, "borders: not found (404)", "Part of the reading of 12:03 failed: borders: not found (404)."),
    ])
    func saysWhatWentWrong(_ outcome: Outcome, _ reason: String?, _ words: String) throws {
        let page = try Fixture(asOf: Fixture.slot - 2, outcome: outcome, reason: reason, seen: 56).page()
        #expect(page.contains(#"<p class="trouble" id="trouble">\#(words)</p>"#))
        #expect(page.contains("Data of 12:01:00 UTC, 56 of 60 minutes of the last hour seen"))
        #expect(page.contains(#"<small class="partial" title="Readings seen of those planned">56/60</small>"#))
    }

    @Test func saysNothingOfTroubleWhereThereIsNone() throws {
        #expect(try Fixture().page().contains(#"<p class="trouble" id="trouble" hidden></p>"#))
    }

    @Test(arguments: [
        (ForecastAbsence.noFinishedEvent, "no event has finished yet from which to learn"),
        (.tooFewObservations, "too little of this event was seen so far"), (.ended, "scoring has ended"),
        (.notMonotone, "scores on this board can fall"),
    ])
    func saysWhyThereIsNoForecast(_ absence: ForecastAbsence, _ words: String) throws {
        let page = try Fixture(forecast: Fixture.forecast(borders: [], absence: absence)).page()
        #expect(page.contains(words))
        #expect(!page.contains("<img src=\"/e/"))
        #expect(!page.contains("10–14M"))
    }

    @Test func saysThatTheFirstForecastIsStillToCome() throws {
        #expect(try Fixture(forecast: nil).page().contains("The first forecast has not been made yet."))
        #expect(try !Fixture(forecast: nil, phase: .closed).page().contains("has not been made yet"))
    }

    @Test(arguments: [
        (Season.Phase.upcoming, "Not started", ">to the start</span>"),
        (.counting, "Being counted", ">to the result</span>"),
        (.announced, "Result is out", "Scoring ended on 22 Nov 2026 at 12:00 UTC"),
        (.closed, "Over", "Scoring ended on"),
    ])
    func namesThePhase(_ phase: Season.Phase, _ words: String, _ note: String) throws {
        let page = try Fixture(phase: phase).page()
        #expect(page.contains(">\(words)</span>"))
        #expect(page.contains(note))
        #expect(!page.contains("<progress"))
    }

    @Test func anEmptyBoardSaysSo() throws {
        let page = try Fixture(asOf: nil, forecast: nil, isEmpty: true).page()
        #expect(page.contains("Nobody is ranked yet."))
        #expect(page.contains("Nothing was seen of this board yet"))
    }

    @Test func scoresOfAScaleHaveTheirFraction() throws {
        #expect(try Fixture(scale: 100).page().contains("482,139.54"))
    }

    @Test func bordersStandBetweenEntriesByRank() throws {
        let entries = [1, 2, 3].map { rank in
            StandingEntry(
                rank: rank, player: Pseudonym(value: UInt64(rank)), name: "p\(rank)", score: 100, scoredAt: Fixture.slot
            )
        }
        let borders = [1, 2, 10].map { StandingBorder(rank: $0, score: 100, scoredAt: Fixture.slot) }
        let fixture = Fixture().edition
        let edition = Edition(
            event: fixture.event, board: fixture.board, phase: .running,
            standing: Standing(
                board: fixture.board.id, slot: Fixture.slot, asOf: Fixture.slot, entries: entries, borders: borders,
                isFinal: false),
            outcome: fixture.outcome, gains: [], forecast: nil, next: nil)
        let page = String(decoding: try Fixture.renderer().boardPage(edition), as: UTF8.self)
        let keys = page.split(separator: "data-key=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
        let numbered = keys.map { $0.hasPrefix("b") ? $0 : "p\(Int($0, radix: 16) ?? 0)" }
        #expect(numbered == ["p1", "b1", "p2", "b2", "p3", "b10"])
    }

    static let hostile = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'; DROP TABLE players; --", "</bdi></table>",
        "\u{600}<img src=x onerror=alert(1)>", "<\u{301}b>", "\"\u{301} onmouseover=alert(1) ", "&lt;b&gt;", "{{base}}",
        "{{{names}}}", "]]>", "<!--", "\u{202e}drowssap", "\u{0}<b>", "&\u{20d0}#60;i>",
    ]

    @Test(arguments: hostile)
    func hostileTextAddsNoMarkup(_ text: String) throws {
        let plain = Fixture(names: ["a", "b"], outcome: .missed, reason: "c", eventName: "d", boardTitles: ["e", "f"])
        var hostile = plain
        hostile.names = [text, text]
        hostile.reason = text
        hostile.eventName = text
        hostile.boardTitles = [text, text]
        let page = try hostile.page()
        #expect(Self.tagNames(in: page) == Self.tagNames(in: try plain.page()))
        #expect(Self.attributeNames(in: page) == Self.attributeNames(in: try plain.page()))
        #expect(!page.unicodeScalars.contains("\u{202e}"))
        #expect(!page.unicodeScalars.contains("\u{0}"))
    }

    /// The names of all tags as a byte-wise tokeniser sees them, which knows no graphemes.
    private static func tagNames(in page: String) -> [String] {
        tags(in: page).map { tag in String(decoding: tag.prefix { $0 != 0x20 }, as: UTF8.self) }
    }

    /// What stands before each `=` outside quotes, in all tags.
    private static func attributeNames(in page: String) -> [String] {
        tags(in: page).flatMap { tag -> [String] in
            tag.split(separator: 0x22, omittingEmptySubsequences: false).enumerated()
                .filter { $0.offset.isMultiple(of: 2) }
                .map { String(decoding: $0.element, as: UTF8.self) }
        }
    }

    /// Bytes between each `<` that starts a tag and the `>` that ends it outside quotes.
    private static func tags(in page: String) -> [ArraySlice<UInt8>] {
        let bytes = Array(page.utf8)
        var tags: [ArraySlice<UInt8>] = []
        var index = 0
        while index < bytes.count - 1 {
            defer { index += 1 }
            let next = bytes[index + 1]
            let startsTag = (0x41...0x5a).contains(next & 0xdf) || next == 0x2f || next == 0x21 || next == 0x3f
            guard bytes[index] == 0x3c, startsTag else { continue }
            let start = index + 1
            var isQuoted = false
            while index < bytes.count && (isQuoted || bytes[index] != 0x3e) {
                if bytes[index] == 0x22 { isQuoted.toggle() }
                index += 1
            }
            tags.append(bytes[start..<min(index, bytes.count)])
        }
        return tags
    }
}
