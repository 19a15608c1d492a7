import Rankings
import Testing

@testable import History

@Suite struct BorderHourTests {
    private let noon = Slot(unixMinute: 29_055_240)

    @Test func changesComeBackAsTheyWere() throws {
        var hour = BorderHour()
        hour.append(.init(rank: 100, score: .max, isGone: false), at: noon)
        hour.append(.init(rank: 100, score: .min, isGone: false), at: noon + 1)
        hour.append(.init(rank: 100, score: 7, isGone: true), at: noon + 30)
        hour.append(.init(rank: 100, score: 7, isGone: false), at: noon + 59)
        let changes = try hour.changes(of: noon)
        #expect(changes.map(\.slot) == [noon, noon + 1, noon + 30, noon + 59])
        #expect(changes.map(\.score) == [.max, .min, nil, 7])
        #expect(hour.bytes.count == 4 * BorderHour.width)
    }

    @Test func anHourWithoutChangesIsEmpty() throws {
        #expect(try BorderHour().changes(of: noon).isEmpty)
    }

    @Test(arguments: [
        [UInt8](repeating: 0, count: 8), [60] + [UInt8](repeating: 0, count: 8), [UInt8](repeating: 0, count: 18),
    ])
    func damagedBytesAreRefused(bytes: [UInt8]) {
        #expect(throws: DamagedDelta.self) { try BorderHour(bytes: bytes).changes(of: noon) }
    }
}
