import Rankings
import Testing

@testable import Pipeline

@Suite struct EditionStateTests {
    private static let board = BoardID(event: EventID(rawValue: "sim-1"), name: "main")
    private static let published = Slot(unixMinute: 29_000_000)

    @Test(arguments: [
        // Seconds since the slot of the next edition began, which are overdue from then on.
        (-15 * 60, 0, false), (0, 0, false), (1, 1, false), (180, 180, false), (181, 181, true), (86_400, 86_400, true),
    ])
    func editionIsStaleThreeMinutesAfterItsSlot(seconds: Int, overdue: Int, isStale: Bool) {
        let next = Self.published + 15
        let state = EditionState(
            board: Self.board, published: Self.published, reference: Self.published.start, next: next)
        let now = next.start + .seconds(seconds)
        #expect(state.overdue(at: now) == .seconds(overdue))
        #expect(state.isStale(at: now) == isStale)
    }

    @Test func boardThatIsOverWaitsForNothing() {
        let state = EditionState(
            board: Self.board, published: Self.published, reference: Self.published.start, next: nil)
        #expect(state.overdue(at: Self.published.start + .hours(1000)) == .zero)
        #expect(!state.isStale(at: Self.published.start + .hours(1000)))
    }
}
