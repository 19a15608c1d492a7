import Activity
import Foundation
import Rankings

@testable import Publisher

/// A small board at 2026-11-20T12:03:00Z, of which each test changes what it is about.
struct Fixture {
    static let event = EventID(game: GameID(rawValue: "sekai-jp"), upstreamID: "210")
    static let slot = Slot(containing: Instant(unixSeconds: 1_795_176_180))
    static let times = EventTimes(
        starts: Instant(unixSeconds: 1_794_549_600), ends: Instant(unixSeconds: 1_795_348_800),
        announces: Instant(unixSeconds: 1_795_349_400), closes: Instant(unixSeconds: 1_795_435_200))
    static let first = Pseudonym(value: 0xb1f3_9a00_0000_0001)
    static let second = Pseudonym(value: 0x002c_4400_0000_0002)
    static let templates = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Templates").path

    var slot = Fixture.slot
    var asOf: Slot? = Fixture.slot
    var names: [String?] = ["みく🌊", "Kōhei"]
    var scores: [Int64] = [48_213_954, 47_900_000]
    var outcome = Outcome.changed
    var reason: String?
    var seen = 60
    var gains: [Pseudonym: Int64] = [Fixture.first: 123_456]
    var hour: PlayedHour? = PlayedHour(ranks: [Fixture.first: 3], games: [Fixture.first: 12])
    var judged: [ScoredBoard] = []
    var outlooks: [BorderOutlook] = []
    var forecast: BoardForecast? = Fixture.forecast(borders: [
        BorderForecast(rank: 1000, final: Quantiles(values: [9, 10, 11, 12, 13, 14, 15].map { $0 * 1_000_000 }))
    ])
    var series: String? = "8899aabbccddeeff"
    var phase = Season.Phase.running
    var next: Slot? = Fixture.slot + 1
    var eventName = "夜明けのスケッチブック"
    var boardTitles = ["Whole event", "Kanade"]
    var scale = 1
    var isEmpty = false
    /// Minutes since the second player's last score.
    var idle = 7
    var playersRemoved: Instant?
    var languages: [Language] = [.english]
    var hasPlayerPages = true

    var boards: [Board] {
        zip(["main", "chapter-1"], boardTitles).map { name, title in
            Board(
                id: BoardID(event: Self.event, name: name), title: title, times: Self.times,
                rules: BoardRules(isMonotone: true, scale: scale))
        }
    }

    var domainEvent: Event {
        Event(
            id: Self.event, game: GameID(rawValue: "sekai-jp"), upstreamID: "210", name: eventName, kind: "world_bloom",
            times: Self.times, boards: boards)
    }

    var standing: Standing {
        let players = [Self.first, Self.second]
        let entries = zip(players, zip(names, scores)).enumerated().map { index, entry in
            StandingEntry(
                rank: index + 1, player: entry.0, name: entry.1.0, score: entry.1.1, scoredAt: Self.slot - index * idle)
        }
        let borders = [StandingBorder(rank: 1000, score: 8_000_000, scoredAt: Self.slot - 1)]
        return Standing(
            board: boards[0].id, slot: slot, asOf: asOf, entries: isEmpty ? [] : entries,
            borders: isEmpty ? [] : borders, isFinal: false)
    }

    var edition: Edition {
        let windows = [1, 3, 24].map { hours in
            GainWindow(
                hours: hours, coverage: Coverage(seen: hours == 1 ? seen : hours * 60, planned: hours * 60),
                players: gains, borders: [1000: Int64(hours) * 50_000])
        }
        return Edition(
            event: domainEvent, board: boards[0], phase: phase, standing: standing,
            outcome: SlotOutcome(slot: slot, outcome: outcome, reason: reason), gains: windows,
            hour: hour,
            forecast: forecast.map {
                PublishedForecast(
                    forecast: $0, document: "00112233445566ff", chartRanks: $0.borders.map(\.rank), outlooks: outlooks)
            }, series: series, next: next, playersRemoved: playersRemoved, judged: judged,
            languages: languages, hasPlayerPages: hasPlayerPages)
    }

    var report: ForecastReport {
        let start = Slot(containing: Self.times.starts)
        let points = [0, 60, 120].map { BorderCourse.Point(slot: start + $0, score: Int64($0) * 1000 + 500) }
        return ForecastReport(
            board: boards[0], forecast: forecast ?? Self.forecast(borders: [], absence: .noFinishedEvent),
            courses: [BorderCourse(rank: 1000, points: points)])
    }

    static func forecast(borders: [BorderForecast], absence: ForecastAbsence? = nil) -> BoardForecast {
        BoardForecast(
            board: BoardID(event: event, name: "main"), madeAt: slot - 3, model: "pooled-3", borders: borders,
            absence: absence)
    }

    /// The renderer of the templates that ship, read once for all tests.
    static func renderer() throws -> PageRenderer { try shippedRenderer.get() }

    private static let shippedRenderer = Result {
        try PageRenderer(templates: templates, games: GameNames([GameID(rawValue: "sekai-jp"): "Sekai (Japan)"]))
    }

    /// The words that ship.
    static func words(_ code: String) throws -> Catalogue {
        try Catalogue(language: Language(rawValue: code), path: "\(templates)/words/\(code).json")
    }

    func page() throws -> String { String(decoding: try Self.renderer().boardPage(edition), as: UTF8.self) }
}
