import Rankings
import Storage
import Testing

@Suite struct ForecastStorageTests {
    private static func forecast(of board: BoardID, minute: Int, median: Int64) -> BoardForecast {
        let quantiles = Quantiles(values: [
            median - 3, median - 2, median - 1, median, median + 1, median + 2, median + 3,
        ])
        return BoardForecast(
            board: board, madeAt: StoreFixture.firstSlot + minute, model: "growth-ratio-1",
            borders: [BorderForecast(rank: 100, final: quantiles), BorderForecast(rank: 1000, final: quantiles)])
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
