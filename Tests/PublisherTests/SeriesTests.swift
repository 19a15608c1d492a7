import Foundation
import Rankings
import Testing

@testable import Publisher

struct SeriesTests {
    private static let board = BoardID(event: Fixture.event, name: "main")
    private static let noon = Slot(containing: Instant(unixSeconds: 1_795_176_000))

    private static func standing(
        at slot: Slot, asOf: Slot?, _ entries: [(UInt64, Int64)], _ borders: [(Int, Int64)]
    ) -> Standing {
        Standing(
            board: board, slot: slot, asOf: asOf,
            entries: entries.enumerated().map { place, entry in
                StandingEntry(
                    rank: place + 1, player: Pseudonym(value: entry.0), name: "n", score: entry.1, scoredAt: slot)
            },
            borders: borders.map { StandingBorder(rank: $0.0, score: $0.1, scoredAt: slot) }, isFinal: false)
    }

    /// Player 2 leaves and comes back, player 3 comes, a border begins late, the second sample saw nothing new.
    private static let samples = [
        standing(at: noon, asOf: noon, [(2, 50), (1, 40)], []),
        standing(at: noon + 15, asOf: noon + 3, [(2, 50), (1, 40)], [(100, 7)]),
        standing(at: noon + 30, asOf: noon + 30, [(1, 90), (3, 60)], [(100, 9)]),
        standing(at: noon + 45, asOf: noon + 45, [(1, 90), (2, 70), (3, 65)], [(100, 9), (500, 1)]),
    ]

    @Test func aDayIsWrittenAsDocumented() {
        let made = SeriesDay.make(
            of: Self.board, samples: Self.samples, players: [Pseudonym(value: 2), Pseudonym(value: 1)],
            names: [Pseudonym(value: 2): "b"])
        #expect(
            made.files.map { String(decoding: $0.bytes, as: UTF8.self) } == [
                """
                {"v":1,"board":"sekai-jp-210/main","every":900,"from":1795176000,"lag":[0,12,0,0],\
                "entries":{"player":["0000000000000001","0000000000000002","0000000000000003"],\
                "score":[[40,0,50,0],[50,0,null,20],[null,null,60,5]]},\
                "borders":{"rank":[100,500],"score":[[null,7,2,0],[null,null,null,1]]}}

                """, #"{"v":1,"players":["0000000000000001","0000000000000002"],"names":[null,"b"]}"# + "\n",
            ])
        #expect(made.day.day.unixSeconds == 1_795_132_800)
        #expect(
            made.files.map(\.path) == [
                "e/sekai-jp-210/main/series/\(made.day.series).json",
                "e/sekai-jp-210/main/names/\(made.day.names).json",
            ])
    }

    @Test func theSeriesNamesItsDaysAndHoldsTheRunningOne() throws {
        let day = SeriesDay(day: Self.noon - 720 - 1440, series: "00aa", names: "00bb")
        let document = SeriesDocument(
            of: Self.board, days: [day], samples: [Self.samples[0]], players: [Pseudonym(value: 1)],
            names: [Pseudonym(value: 1): "a"])
        let names = NamesDocument(players: [Pseudonym(value: 1)], names: [Pseudonym(value: 1): "a"])
        #expect(
            String(decoding: try #require(document.files.last).bytes, as: UTF8.self) == """
                {"v":1,"board":"sekai-jp-210/main","every":900,\
                "days":[{"from":1795046400,"series":"00aa","names":"00bb"}],\
                "today":{"from":1795176000,"lag":[0],"entries":{"player":["0000000000000001","0000000000000002"],\
                "score":[[40],[50]]},"borders":{"rank":[],"score":[]},"names":"\(names.hash)"}}

                """)
        #expect(
            document.files.map(\.path) == [
                "e/sekai-jp-210/main/names/\(names.hash).json", "e/sekai-jp-210/main/series/\(document.hash).json",
            ])
    }

    @Test(arguments: [
        (0, [Slot](), Slot?.none), (6, [], nil), (7, [], noon), (22, [], noon + 15),
    ])
    func beforeTheFirstSampleThereIsNone(minutes: Int, days: [Slot], newest: Slot?) {
        // The board begins seven minutes before noon.
        let first = Self.noon - 7
        #expect(SeriesSchedule.newest(by: first + minutes, from: first) == newest)
        #expect(SeriesSchedule.daysOver(by: first + minutes, from: first) == days)
    }

    @Test func daysAreOverAtMidnightAndAllTheirQuartersAreSamples() {
        let midnight = Self.noon + 720
        #expect(SeriesSchedule.daysOver(by: midnight - 1, from: Self.noon) == [])
        #expect(SeriesSchedule.daysOver(by: midnight, from: Self.noon) == [midnight - 1440])
        #expect(SeriesSchedule.daysOver(by: midnight + 1440, from: Self.noon) == [midnight - 1440, midnight])
        let samples = SeriesSchedule.samples(through: midnight - 1, from: Self.noon - 7)
        #expect(samples.count == 48)
        #expect(samples.first == Self.noon)
        #expect(samples.last == midnight - 15)
        #expect(SeriesSchedule.lastSlot(ofDay: midnight - 1440) == midnight - 1)
    }
}
