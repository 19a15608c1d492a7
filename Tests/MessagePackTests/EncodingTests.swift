import MessagePack
import Testing

@Suite struct EncodingTests {
    private func hex(_ bytes: [UInt8]) -> String {
        bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    /// The first bytes of https://github.com/msgpack/msgpack/blob/master/spec.md
    @Test(
        arguments: [
            (.null, "c0"), (.boolean(false), "c2"), (.boolean(true), "c3"), (.integer(0), "00"), (.integer(127), "7f"),
            (.integer(128), "cc80"), (.integer(255), "ccff"), (.integer(256), "cd0100"),
            (.integer(65_536), "ce00010000"),
            (.integer(1 << 32), "cf0000000100000000"), (.unsigned(.max), "cfffffffffffffffff"), (.integer(-1), "ff"),
            (.integer(-32), "e0"), (.integer(-33), "d0df"), (.integer(-128), "d080"), (.integer(-129), "d1ff7f"),
            (.integer(-32_769), "d2ffff7fff"), (.integer(.min), "d38000000000000000"),
            (.real(1.5), "cb3ff8000000000000"), (.text(""), "a0"), (.text("é"), "a2c3a9"), (.bytes([7]), "c40107"),
            (.list([]), "90"), (.list([.integer(1), .null]), "9201c0"), (.map([:]), "80"),
            (.map(["b": .integer(2), "a": .integer(1)]), "82a16101a16202"),
        ] as [(MessagePackValue, String)])
    func bytesAreThoseOfTheSpecification(value: MessagePackValue, expected: String) throws {
        #expect(hex(value.encoded) == expected)
        #expect(try MessagePackValue(value.encoded) == value)
    }

    @Test(arguments: [15, 16, 31, 32, 255, 256, 65_535, 65_536]) func whatIsWrittenIsRead(count: Int) throws {
        let values: [MessagePackValue] = [
            .text(String(repeating: "x", count: count)), .bytes(Array(repeating: 9, count: count)),
            .list(Array(repeating: .integer(5), count: count)),
            .map(Dictionary(uniqueKeysWithValues: (0..<count).map { ("\($0)", .integer(Int64($0))) })),
        ]
        for value in values { #expect(try MessagePackValue(value.encoded) == value) }
    }
}
