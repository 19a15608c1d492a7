import Rankings
import Testing

@testable import Crawler

/// Whatever an upstream may send as an id, a name or a score comes through, or is refused with its place.
@Suite struct WholeRangeTests {
    private func entry(_ json: String) throws -> Entry {
        try decode(GameServerRow.self, from: Array(json.utf8)).entry(at: 0)
    }

    private func name(_ json: String) throws -> String {
        try entry(#"{"rank":1,"score":1,"userId":1,"name":\#(json)}"#).name
    }

    @Test(arguments: [0, 1, 9_007_199_254_740_993, Int64.max - 1, Int64.max]) func scoresAreExact(score: Int64) throws {
        #expect(try entry(#"{"rank":1,"score":\#(score),"userId":1}"#).score == score)
    }

    @Test(arguments: ["9223372036854775808", "1e300", "0.5", "\"1\""]) func scoreBeyondTheRangeIsRefused(
        _ score: String
    ) {
        #expect { try entry(#"{"rank":1,"score":\#(score),"userId":1}"#) } throws: {
            "\($0)".hasPrefix("not understood: ")
        }
    }

    @Test(arguments: [
        ("0", "0"), ("9007199254740993", "9007199254740993"), ("18446744073709551615", "18446744073709551615"),
        ("-1", "-1"), (#""""#, ""), (#""007""#, "007"), (#""a\u0000b""#, "a\u{0}b"), (#""é""#, "é"),
        (#"" x ""#, " x "),
    ])
    func idsAreOpaque(json: String, expected: String) throws {
        #expect(try entry(#"{"rank":1,"score":1,"userId":\#(json)}"#).player.bytes == Array(expected.utf8))
    }

    @Test func idHoldsSixtyFourBytes() throws {
        func row(_ count: Int) -> String {
            #"{"rank":1,"score":1,"userId":"\#(String(repeating: "x", count: count))"}"#
        }
        #expect(try entry(row(64)).player.bytes.count == 64)
        #expect { try entry(row(65)) } throws: { "\($0)".contains("userId is longer than 64 bytes") }
    }

    @Test(arguments: [
        (#""""#, ""), (#"" ""#, " "), (#""a ""#, "a "), (#""a\u0000b""#, "a\u{0}b"), (#""\ud83d\ude00""#, "😀"),
        (#""e\u0301""#, "e\u{301}"), (#""\u00e9""#, "\u{E9}"), (#""\u202eabc""#, "\u{202E}abc"),
        (#""\uffff""#, "\u{FFFF}"), (#""\udbff\udfff""#, "\u{10FFFF}"), (#""x\ud83d""#, "x\u{FFFD}"), ("null", ""),
    ])
    func namesKeepEveryScalar(json: String, expected: String) throws {
        #expect(try Array(name(json).unicodeScalars) == Array(expected.unicodeScalars))
    }

    /// Kept are the first 255 scalars, whatever they are to a reader.
    @Test(arguments: [254, 255, 256, 10_000]) func longNamesAreCutAtTheLimit(count: Int) throws {
        for scalar in ["x", "長", "😀"] {
            let kept = try name("\"\(String(repeating: scalar, count: count))\"")
            #expect(kept == String(repeating: scalar, count: min(count, 255)))
        }
    }
}
