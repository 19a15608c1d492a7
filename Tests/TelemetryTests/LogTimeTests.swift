import Testing

@testable import Telemetry

@Suite struct LogTimeTests {
    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00.000Z"),
            (-1, "1969-12-31T23:59:59.999Z"),
            (1_795_176_180_000, "2026-11-20T12:03:00.000Z"),
            (1_795_176_180_007, "2026-11-20T12:03:00.007Z"),
            (1_795_176_180_070, "2026-11-20T12:03:00.070Z"),
            (1_795_176_180_999, "2026-11-20T12:03:00.999Z"),
        ] as [(Int64, String)])
    func isWrittenToTheMillisecond(unixMilliseconds: Int64, expected: String) {
        #expect(LogTime.text(unixMilliseconds: unixMilliseconds) == expected)
    }
}
