import Rankings
import Testing

@testable import Crawler

@Suite struct UnicodeRepairTests {
    private static let halves: [(String, String)] = [
        ("", ""), (#"{"a":1}"#, #"{"a":1}"#), (#""\ud83d\ude00""#, #""\ud83d\ude00""#),
        (#""\uD83D\uDE00\uD83D""#, #""\uD83D\uDE00\uFFFD""#), (#""\ud83d""#, #""\uFFFD""#),
        (#""\ude00x""#, #""\uFFFDx""#), (#""\ude00\ud83d""#, #""\uFFFD\uFFFD""#),
        (#""\ud83d\ud83d\ude00""#, #""\uFFFD\ud83d\ude00""#), (#""\ud83dude00""#, #""\uFFFDude00""#),
        // A backslash that is itself escaped begins nothing.
        (#""\\ud83d""#, #""\\ud83d""#), (#""\\\ud83d""#, #""\\\uFFFD""#),
        (#""\ud83d\\ude00""#, #""\uFFFD\\ude00""#), (#""\u00e9\ud7ff\ue000""#, #""\u00e9\ud7ff\ue000""#),
        // Cut off or malformed: the decoder says so.
        (#""\ud8"#, #""\ud8"#), (#"\"#, #"\"#), (#""\ud83d\u""#, #""\uFFFD\u""#), (#""\uzzzz""#, #""\uzzzz""#),
    ]

    @Test(arguments: halves) func halfAPairBecomesTheReplacement(body: String, expected: String) {
        #expect(UnicodeRepair.repaired(Array(body.utf8)) == Array(expected.utf8))
    }

    @Test(
        arguments: [
            ([0x22, 0xED, 0xA0, 0x80, 0x22], "\"\u{FFFD}\u{FFFD}\u{FFFD}\""), ([0x22, 0xFF, 0x22], "\"\u{FFFD}\""),
            ([0x22, 0xE9, 0x95, 0x22], "\"\u{FFFD}\""), ([0x22, 0xF0, 0x9F, 0x98, 0x80, 0x22], "\"😀\""),
        ] as [([UInt8], String)])
    func bytesThatAreNoTextBecomeTheReplacement(body: [UInt8], expected: String) {
        #expect(UnicodeRepair.repaired(body) == Array(expected.utf8))
    }

    /// Every two of these code units, escaped, become what Swift's own decoder of UTF-16 makes of them.
    @Test func repairAgreesWithUTF16() throws {
        let units: [UInt16] = [0x41, 0xD7FF, 0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xE000, 0xFFFF]
        for first in units {
            for second in units {
                for third in units {
                    let escaped = [first, second, third].map { unit in
                        let digits = String(unit, radix: 16)
                        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                    }
                    let text = try decode([String].self, from: Array("[\"\(escaped.joined())\"]".utf8))
                    #expect(
                        Array(text[0].utf16) == Array(String(decoding: [first, second, third], as: UTF16.self).utf16))
                }
            }
        }
    }
}
