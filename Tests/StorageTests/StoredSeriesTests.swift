import Rankings
import Storage
import Testing

@Suite struct StoredSeriesTests {
    private let first = StoreFixture.firstSlot

    @Test func borderSeriesHoldsItsChangesAndWhatHeldAtTheBeginning() async throws {
        try await StoreFixture.run { fixture in
            for minute in 0..<10 {
                try await fixture.record(minute: minute, borders: [Border(rank: 100, score: Int64(minute / 3))])
            }
            try await fixture.record(minute: 10, borders: [])
            let whole = try await series(fixture, rank: 100, from: 0, through: 99)
            #expect(whole.points.map { $0.slot - first } == [0, 3, 6, 9, 10])
            #expect(whole.points.map(\.score) == [0, 1, 2, 3, nil])
            let part = try await series(fixture, rank: 100, from: 4, through: 8)
            #expect(part.points.map { $0.slot - first } == [4, 6])
            #expect(part.points.map(\.score) == [1, 2])
            #expect(try await series(fixture, rank: 200, from: 0, through: 99).points.isEmpty)
        }
    }

    @Test func playerSeriesHoldsRankScoreAndNameAndTheLeaving() async throws {
        try await StoreFixture.run { fixture in
            let readings = [
                [entry("a", 5, rank: 1, name: "A"), entry("b", 4, rank: 2)],
                [entry("b", 6, rank: 1), entry("a", 5, rank: 2, name: "A")],
                [entry("b", 6, rank: 1), entry("a", 5, rank: 2, name: "renamed")],
                [entry("b", 6, rank: 1), entry("a", 5, rank: 2, name: "renamed")],
                [entry("b", 6, rank: 1)],
            ]
            for (minute, entries) in readings.enumerated() {
                try await fixture.record(minute: minute, entries: entries)
            }
            let player = StoreFixture.key.pseudonym(of: PlayerID("a"), in: GameID(rawValue: "sim"))
            let series = try await fixture.store.playerSeries(
                of: fixture.board, player: player, from: first, through: first + 99)
            #expect(
                series.points == [
                    Series.Point(slot: first, rank: 1, score: 5, name: "A"),
                    Series.Point(slot: first + 1, rank: 2, score: 5, name: "A"),
                    Series.Point(slot: first + 2, rank: 2, score: 5, name: "renamed"),
                    Series.Point(slot: first + 4, rank: nil, score: nil, name: nil),
                ])
            let nobody = try await fixture.store.playerSeries(
                of: fixture.board, player: Pseudonym(value: 1), from: first, through: first + 99)
            #expect(nobody.points.isEmpty)
        }
    }

    @Test func rankSeriesHoldsWhoeverHeldTheRank() async throws {
        try await StoreFixture.run { fixture in
            for minute in stride(from: 0, through: 130, by: 10) {
                let scores: [Int64] = minute == 70 ? [9] : [Int64(100 + minute), Int64(50 + minute / 40)]
                try await fixture.record(
                    minute: minute,
                    entries: scores.enumerated().map { place, score in
                        entry("p\(minute % 20 + place)", score, rank: place + 1)
                    })
            }
            let series = try await fixture.store.rankSeries(
                of: fixture.board, rank: 2, from: first + 15, through: first + 125)
            #expect(series.points.map { $0.slot - first } == [15, 40, 70, 80, 120])
            #expect(series.points.map(\.score) == [50, 51, nil, 52, 53])
            let nobody = try await fixture.store.rankSeries(
                of: fixture.board, rank: 9, from: first, through: first + 99)
            #expect(nobody.points.isEmpty)
        }
    }

    private func series(
        _ fixture: StoreFixture, rank: Int, from: Int, through: Int
    ) async throws -> Series {
        try await fixture.store.borderSeries(
            of: fixture.board, rank: rank, from: first + from, through: first + through)
    }
}
