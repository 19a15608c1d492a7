import MariaDB
import Rankings
import Storage
import Testing

@Suite struct ForecastStorageTests {
    private static func forecast(of board: BoardID, minute: Int, median: Int64) -> BoardForecast {
        let quantiles = Quantiles(values: [
            median - 3, median - 2, median - 1, median, median + 1, median + 2, median + 3,
        ])
        return BoardForecast(
            board: board, madeAt: StoreFixture.firstSlot + minute, model: "pooled-3",
            borders: [
                BorderForecast(
                    rank: 100, final: quantiles,
                    basis: ForecastBasis(
                        now: median - 50, linear: median + 50,
                        shape: RestShape(stepMinutes: 1440, shares: [2500, 10_000], spreads: [31, 0]))),
                BorderForecast(rank: 1000, final: quantiles),
            ], caution: .noneOfThisGame)
    }

    @Test func forecastReadsBackAndStays() async throws {
        try await StoreFixture.run { fixture in
            let made = Self.forecast(of: fixture.board, minute: 15, median: 100)
            try await fixture.store.save(made, document: "0123456789abcdef")
            try await fixture.store.save(
                Self.forecast(of: fixture.board, minute: 15, median: 200), document: "fedcba9876543210")
            let before = try await fixture.store.forecast(of: fixture.board, at: StoreFixture.firstSlot + 14)
            let after = try await fixture.store.forecast(of: fixture.board, at: StoreFixture.firstSlot + 99)
            #expect(before == nil)
            #expect(after?.forecast == made)
            #expect(after?.document == "0123456789abcdef")
        }
    }

    @Test func scoresReadBackByBoard() async throws {
        try await StoreFixture.run { fixture in
            let scores = [24, 3].map { hours in
                ForecastScore(
                    leadHours: hours, model: "pooled-3", borders: 20, error: 25_000, persistenceError: 300_000,
                    linearError: hours == 3 ? nil : 160_000, inHalf: 10, inFourFifths: 16, inNineTenths: 18)
            }
            #expect(try await fixture.store.scoredBoards(limit: 9).isEmpty)
            try await fixture.store.saveScores(Array(scores.prefix(1)), finals: [:], of: fixture.board)
            try await fixture.store.saveScores(scores, finals: [100: 105], of: fixture.board)
            let scored = try await fixture.store.scoredBoards(limit: 9)
            #expect(scored.map(\.board) == [fixture.board])
            #expect(scored.first?.scores == scores)
            #expect(try await fixture.store.scoredBoards(limit: 0).isEmpty)
        }
    }

    @Test func settledBoardsWithForecastsWaitToBeJudged() async throws {
        try await StoreFixture.run { fixture in
            try await fixture.store.save(
                Self.forecast(of: fixture.board, minute: 15, median: 100), document: "0123456789abcdef")
            #expect(try await fixture.store.unscoredBoards().isEmpty)
            try await fixture.store.settle(fixture.board)
            #expect(try await fixture.store.unscoredBoards().map(\.board.id) == [fixture.board])
            let score = ForecastScore(
                leadHours: 1, model: "pooled-3", borders: 0, error: 0, persistenceError: nil, linearError: nil,
                inHalf: 0, inFourFifths: 0, inNineTenths: 0)
            try await fixture.store.saveScores([score], finals: [100: 105, 9: 0], of: fixture.board)
            #expect(try await fixture.store.unscoredBoards().isEmpty)
        }
    }

    @Test func analystsSeeWhatBecameOfAForecast() async throws {
        try await StoreFixture.run { fixture in
            try await fixture.store.save(
                Self.forecast(of: fixture.board, minute: 15, median: 100), document: "0123456789abcdef")
            try await fixture.store.settle(fixture.board)
            try await fixture.store.saveScores([], finals: [100: 125], of: fixture.board)
            let rows = try await fixture.pool.withConnection { connection in
                try await connection.query(
                    """
                    SELECT `rank`, error_percent, persistence_error_percent, linear_error_percent, in_nine_tenths,
                      caution
                    FROM v_forecast_accuracy
                    """
                ) { row throws(DatabaseError) in
                    [
                        "\(try row.int(0))", try row.text(1), try row.text(2), try row.text(3),
                        "\(try row.int(4))", try row.text(5),
                    ]
                }
            }
            #expect(rows == [["100", "-20.0000", "-60.0000", "20.0000", "0", "noneOfThisGame"]])
        }
    }

    @Test func editionKeepsTheForecastItWasMadeWith() async throws {
        try await StoreFixture.run { fixture in
            let slot = StoreFixture.firstSlot + 20
            let first = Self.forecast(of: fixture.board, minute: 15, median: 100)
            try await fixture.store.save(first, document: "0123456789abcdef")
            try await fixture.record(minute: 20)
            let opened = try await fixture.store.openEdition(of: fixture.board, at: slot)
            try await fixture.store.save(
                Self.forecast(of: fixture.board, minute: 20, median: 300), document: "fedcba9876543210")
            let again = try await fixture.store.openEdition(of: fixture.board, at: slot)
            #expect(opened?.forecast == first)
            #expect(again == opened)
        }
    }

    @Test func editionBeforeAnyForecastShowsNoneForEver() async throws {
        try await StoreFixture.run { fixture in
            let slot = StoreFixture.firstSlot + 20
            try await fixture.record(minute: 20)
            let opened = try await fixture.store.openEdition(of: fixture.board, at: slot)
            try await fixture.store.save(
                Self.forecast(of: fixture.board, minute: 15, median: 100), document: "0123456789abcdef")
            #expect(opened?.forecast == nil)
            #expect(try await fixture.store.openEdition(of: fixture.board, at: slot) == opened)
        }
    }

    @Test func slotWithoutOutcomeHasNoEdition() async throws {
        try await StoreFixture.run { fixture in
            let opened = try await fixture.store.openEdition(of: fixture.board, at: StoreFixture.firstSlot)
            #expect(opened == nil)
        }
    }

    @Test func publishedEditionIsTheNewest() async throws {
        try await StoreFixture.run { fixture in
            try await fixture.record(minute: 0)
            let unpublished = try await fixture.store.newestEdition(of: fixture.board)
            try await fixture.store.noteEditionPublished(
                of: fixture.board, at: StoreFixture.firstSlot, now: StoreFixture.starts + .seconds(3))
            let published = try await fixture.store.newestEdition(of: fixture.board)
            #expect(unpublished?.isPublished == false)
            #expect(published?.isPublished == true)
            #expect(try await fixture.store.newestPublishedSlots() == [fixture.board: StoreFixture.firstSlot])
            #expect(
                try await fixture.store.publicationDelays(after: StoreFixture.firstSlot - 60) == [.seconds(3)])
        }
    }
}
