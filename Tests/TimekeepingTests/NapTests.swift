import Rankings
import Testing

@testable import Timekeeping

@Suite struct NapTests {
    static let now = Instant(unixSeconds: 1_800_000_000)

    @Test(
        arguments: [
            (-60_000, nil),
            (-1, nil),
            (0, nil),
            (1, 1),
            (1999, 1999),
            (2000, 2000),
            (2001, 2000),
            (86_400_000, 2000),
        ] as [(Int, Int?)])
    func lastsUntilTheInstantButNotLongerThanTheLimit(ahead: Int, expected: Int?) {
        let nap = Nap(from: Self.now, until: Self.now + .milliseconds(ahead), atMost: .seconds(2))
        #expect(nap?.duration == expected.map { .milliseconds($0) })
    }
}
