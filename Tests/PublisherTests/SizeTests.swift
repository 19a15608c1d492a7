import Compression
import Rankings
import TestSupport
import Testing

@testable import Publisher

/// What a busy board weighs: 100 players and 20 borders, a quarter of which score in each minute. The bounds are those
/// of `Docs/editions.md`.
struct SizeTests {
    /// Of each minute of an hour, by turns of the same players.
    private static func standings() -> [Standing] {
        var random = SplitMix(state: 7)
        let fixture = Fixture()
        let hour = Fixture.slot.hour
        var players = (0..<100).map { place in
            (
                player: Pseudonym(value: random.next()), score: Int64(60_000_000 - place * 400_000),
                scoredAt: hour - Int.random(in: 1...600, using: &random)
            )
        }
        var borders = (0..<20).map { Int64(9_000_000 / ($0 + 1)) }
        return (0..<60).map { minute in
            for place in players.indices where Int.random(in: 0..<4, using: &random) == 0 {
                players[place].score += Int64.random(in: 2_000...110_000, using: &random)
                players[place].scoredAt = hour + minute
            }
            players.sort { $0.score > $1.score }
            for place in borders.indices where Int.random(in: 0..<4, using: &random) == 0 {
                borders[place] += Int64.random(in: 100...4_000, using: &random)
            }
            return Standing(
                board: fixture.boards[0].id, slot: hour + minute, asOf: hour + minute,
                entries: players.enumerated().map { place, player in
                    StandingEntry(
                        rank: place + 1, player: player.player, name: "Player \(place)", score: player.score,
                        scoredAt: player.scoredAt)
                },
                borders: borders.enumerated().map {
                    StandingBorder(rank: ($0 + 1) * 1_000, score: $1, scoredAt: hour + minute)
                }, isFinal: false)
        }
    }

    private static func edition(of standing: Standing) -> Edition {
        var random = SplitMix(state: 11)
        let fixture = Fixture()
        return Edition(
            event: fixture.domainEvent, board: fixture.boards[0], phase: .running, standing: standing,
            outcome: SlotOutcome(slot: standing.slot, outcome: .changed),
            gains: [1, 3, 24].map { hours in
                GainWindow(
                    hours: hours, coverage: Coverage(seen: hours * 60, planned: hours * 60),
                    players: Dictionary(
                        standing.entries.map { ($0.player, Int64.random(in: 0...240_000, using: &random)) }
                    ) { first, _ in first },
                    borders: Dictionary(
                        standing.borders.map { ($0.rank, Int64.random(in: 0...40_000, using: &random)) }
                    ) { first, _ in first })
            }, forecast: fixture.edition.forecast, series: "8899aabbccddeeff", next: standing.slot + 1)
    }

    @Test func aMinuteOfABusyBoardIsAtMostTwoAndAHalfKilobytes() throws {
        let standing = try #require(Self.standings().last)
        let bytes = LatestDocument(edition: Self.edition(of: standing)).bytes
        let sent = try Coding.brotli.encode(bytes, effort: .careful, item: "latest.json").count
        #expect(sent <= 2_600, "\(sent) bytes")
    }

    /// Times 192 hours and ten boards that are so busy day and night: 71 MB.
    @Test func anHourOfABusyBoardIsAtMost37KilobytesInItsForms() throws {
        let minutes = Self.standings().map { PastMinute(edition: Self.edition(of: $0), forecast: nil) }
        let file = try #require(OutputFile.sealedHour(minutes))
        let kept = try file.codings.map { try $0.encode(file.bytes, effort: file.effort, item: file.path).count }
        #expect(kept.reduce(0, +) <= 37_000, "\(kept)")
    }
}
