import Rankings
import Testing

@Suite struct InstantTests {
    @Test(
        arguments: [
            ("2025-03-30T06:00:00Z", 1_743_314_400_000), ("2025-03-30T15:00:00+09:00", 1_743_314_400_000),
            ("2025-03-30T06:00:00.250Z", 1_743_314_400_250), ("1743314400", 1_743_314_400_000), ("0", 0),
        ] as [(String, Int64)])
    func readsTheFormsPeopleWrite(text: String, milliseconds: Int64) {
        #expect(Instant(text)?.unixMilliseconds == milliseconds)
    }

    @Test(arguments: ["", "yesterday", "2025-03-30", "2025-13-30T06:00:00Z", "2025-03-30T06:00:00"])
    func refusesWhatIsNoInstant(text: String) {
        #expect(Instant(text) == nil)
    }

    @Test(arguments: [0, 1_743_314_400_000, 1_743_314_400_250, -1_000] as [Int64])
    func descriptionReadsBack(milliseconds: Int64) {
        let instant = Instant(unixMilliseconds: milliseconds)
        #expect(Instant(instant.description) == instant)
    }

    @Test(arguments: [(0, 0), (59_999, 0), (60_000, 1), (-1, -1), (-60_000, -1), (-60_001, -2)] as [(Int64, Int64)])
    func slotIsTheMinuteThatHoldsTheInstant(milliseconds: Int64, minute: Int64) {
        #expect(Slot(containing: Instant(unixMilliseconds: milliseconds)).unixMinute == minute)
    }

    @Test func durationsAddExactly() {
        let instant = Instant(unixMilliseconds: 5)
        #expect((instant + .milliseconds(1500)) - instant == .milliseconds(1500))
        #expect((instant - .minutes(1)).unixMilliseconds == -59_995)
    }
}
