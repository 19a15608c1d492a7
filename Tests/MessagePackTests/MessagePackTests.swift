import TestSupport
import Testing

@testable import MessagePack

private struct Sample: Decodable, Hashable {
    let id: UInt64
    let score: Int64
    let name: String?
    let ratio: Double
    let isOwn: Bool
    let list: [Int8]
}

private func text(_ value: String) -> [UInt8] { [0xA0 + UInt8(value.utf8.count)] + Array(value.utf8) }

private func problem<Value>(_ body: () throws -> Value) -> String {
    do {
        _ = try body()
        return "none"
    } catch {
        return "\(error)"
    }
}

@Suite struct MessagePackTests {
    /// Every format of the specification, at its ends.
    static let formats: [([UInt8], MessagePackValue)] = [
        ([0xC0], .null), ([0xC2], .boolean(false)), ([0xC3], .boolean(true)), ([0x00], .integer(0)),
        ([0x7F], .integer(127)), ([0xE0], .integer(-32)), ([0xFF], .integer(-1)), ([0xCC, 0xFF], .integer(255)),
        ([0xCD, 0xFF, 0xFF], .integer(65_535)), ([0xCE, 0xFF, 0xFF, 0xFF, 0xFF], .integer(4_294_967_295)),
        ([0xCF, 0x7F] + [UInt8](repeating: 0xFF, count: 7), .integer(.max)),
        ([0xCF, 0x80] + [UInt8](repeating: 0, count: 7), .unsigned(1 << 63)),
        ([0xCF] + [UInt8](repeating: 0xFF, count: 8), .unsigned(.max)), ([0xD0, 0x80], .integer(-128)),
        ([0xD1, 0x80, 0x00], .integer(-32_768)), ([0xD2, 0x80, 0, 0, 0], .integer(-2_147_483_648)),
        ([0xD3, 0x80, 0, 0, 0, 0, 0, 0, 0], .integer(.min)), ([0xCA, 0x3F, 0xC0, 0, 0], .real(1.5)),
        ([0xCB, 0x3F, 0xF8, 0, 0, 0, 0, 0, 0], .real(1.5)), ([0xA0], .text("")),
        ([0xA3, 0xE9, 0x95, 0xB7], .text("長")),
        ([0xD9, 0x01, 0x61], .text("a")), ([0xDA, 0, 1, 0x61], .text("a")), ([0xDB, 0, 0, 0, 1, 0x61], .text("a")),
        ([0xA1, 0xFF], .text("\u{FFFD}")), ([0xC4, 2, 1, 2], .bytes([1, 2])), ([0xC5, 0, 1, 9], .bytes([9])),
        ([0xC6, 0, 0, 0, 0], .bytes([])), ([0xD4, 5, 7], .bytes([7])), ([0xC7, 1, 5, 7], .bytes([7])),
        ([0x90], .list([])), ([0x92, 1, 0xC0], .list([.integer(1), .null])), ([0xDC, 0, 1, 5], .list([.integer(5)])),
        ([0xDD, 0, 0, 0, 1, 5], .list([.integer(5)])), ([0x80], .map([:])),
        ([0x81, 0xA1, 0x61, 1], .map(["a": .integer(1)])), ([0xDE, 0, 1, 0x05, 1], .map(["5": .integer(1)])),
        ([0xDF, 0, 0, 0, 1, 0xA1, 0x61, 1], .map(["a": .integer(1)])),
        ([0x82, 0xA1, 0x61, 1, 0xA1, 0x61, 2], .map(["a": .integer(1)])),
    ]

    @Test(arguments: formats) func everyFormatIsRead(bytes: [UInt8], value: MessagePackValue) throws {
        #expect(try MessagePackValue(bytes) == value)
    }

    @Test(arguments: formats.filter { $0.0.count > 1 }) func everyFormatMayBeCutOff(
        bytes: [UInt8], value: MessagePackValue
    ) {
        #expect(throws: MessagePackError.incomplete) { try MessagePackValue(bytes.dropLast()) }
    }

    @Test(
        arguments: [
            ([], .incomplete), ([0xC1], .malformed), ([0xC0, 0xC0], .excess), ([0x81, 0x90, 1], .unusableKey),
            ([0x81, 0xC0, 1], .unusableKey),
        ] as [([UInt8], MessagePackError)])
    func whatIsNoValueIsRefused(bytes: [UInt8], error: MessagePackError) {
        #expect(throws: error) { try MessagePackValue(bytes) }
    }

    @Test(arguments: [([0xDD], 4), ([0xDF], 4), ([0xDB], 4), ([0xC6], 4)] as [([UInt8], Int)])
    func declaredRoomIsNotTaken(head: [UInt8], count: Int) {
        let bytes = head + [UInt8](repeating: 0xFF, count: count)
        #expect(
            ["\(MessagePackError.incomplete)", "\(MessagePackError.tooLarge)"].contains(
                problem { try MessagePackValue(bytes) }))
    }

    @Test func depthIsBounded() throws {
        _ = try MessagePackValue([UInt8](repeating: 0x91, count: 32) + [0xC0])
        for depth in [33, 1000, 1_000_000] {
            #expect(throws: MessagePackError.tooLarge) {
                try MessagePackValue([UInt8](repeating: 0x91, count: depth) + [0xC0])
            }
        }
    }

    private let sample: [UInt8] =
        [0x86] + text("id") + [0xCF] + [UInt8](repeating: 0xFF, count: 8) + text("score") + [0xD0, 0x80] + text("name")
        + [0xC0] + text("ratio") + [0x02] + text("isOwn") + [0xC3] + text("list") + [0x92, 0xFF, 0x7F]

    @Test func valuesBecomeTypes() throws {
        #expect(
            try MessagePackDecoder.decode(Sample.self, from: sample)
                == Sample(id: .max, score: -128, name: nil, ratio: 2, isOwn: true, list: [-1, 127]))
        #expect(
            try MessagePackDecoder.decode([Int: [String?]].self, from: [0x81, 0x05, 0x92, 0xC0, 0xA0]) == [
                5: [nil, ""]
            ])
        #expect(try MessagePackDecoder.decode([Int].self, from: [0x91, 0xCA, 0x3F, 0x80, 0, 0]) == [1])
    }

    @Test(
        arguments: [
            ([0x91, 0xCC, 0x80], "DecodingError.dataCorrupted"), ([0x91, 0xA1, 0x61], "DecodingError.typeMismatch"),
            ([0x91, 0xC0], "DecodingError.valueNotFound"),
            ([0x80], "DecodingError.typeMismatch"), ([0x91, 0xCA, 0x3F, 0xC0, 0, 0], "DecodingError.dataCorrupted"),
        ] as [([UInt8], String)])
    func whatDoesNotFitIsRefused(bytes: [UInt8], error: String) {
        #expect(problem { try MessagePackDecoder.decode([Int8].self, from: bytes) }.hasPrefix(error))
    }

    /// Random changes of a good body never crash, and whatever is read is read the same twice.
    @Test func mutationsNeverCrash() {
        var random = SplitMix(state: 4)
        var understood = 0
        for _ in 0..<20_000 {
            var bytes = sample
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
                case 2 where bytes.count > 1: bytes.remove(at: place)
                default: bytes = Array(bytes.prefix(place + 1))
                }
            }
            let first = problem { try MessagePackDecoder.decode(Sample.self, from: bytes) }
            if first == "none" { understood += 1 }
            #expect(problem { try MessagePackDecoder.decode(Sample.self, from: bytes) } == first)
        }
        #expect((1..<20_000).contains(understood))
    }

    @Test func randomBytesNeverCrash() {
        var random = SplitMix(state: 5)
        var understood = 0
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            if problem({ try MessagePackValue(bytes) }) == "none" { understood += 1 }
        }
        #expect((1..<20_000).contains(understood))
    }
}
