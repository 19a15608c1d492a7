import Rankings
import Storage
import Testing

@Suite struct ForecastModelTests {
    private func model(_ factors: String) -> StoredModel {
        StoredModel(
            number: 0, fittedAt: StoreFixture.starts, factors: factors, events: 5, score: 12_300, scoreInUse: 12_900)
    }

    @Test func versionsAreKeptAndNumbered() async throws {
        try await StoreFixture.run { fixture in
            #expect(try await fixture.store.models().isEmpty)
            let first = try await fixture.store.save(model("noise 2.0"))
            let second = try await fixture.store.save(model("habit 0.5"))
            #expect(second == first + 1)
            let models = try await fixture.store.models()
            #expect(models.map(\.number) == [second, first])
            #expect(
                models.last
                    == StoredModel(
                        number: first, fittedAt: StoreFixture.starts, factors: "noise 2.0", events: 5, score: 12_300,
                        scoreInUse: 12_900))
            #expect(try await fixture.store.modelInUse() == nil)
        }
    }

    @Test func promotionsAreTakenBackOneByOne() async throws {
        try await StoreFixture.run { fixture in
            let store = fixture.store
            let (first, second) = (try await store.save(model("noise 2.0")), try await store.save(model("habit 0.5")))
            #expect(try await store.rollBackModel() == nil)
            for number in [first, second, 0] { try await store.promoteModel(number, now: StoreFixture.starts) }
            #expect(try await store.promotedModels() == [0, second, first])
            #expect(try await store.modelInUse() == nil)
            #expect(try await store.rollBackModel() == second)
            #expect(try await store.modelInUse()?.factors == "habit 0.5")
            #expect(try await store.rollBackModel() == first)
            #expect(try await store.rollBackModel() == 0)
            #expect(try await store.modelInUse() == nil)
            #expect(try await store.rollBackModel() == nil)
        }
    }
}
