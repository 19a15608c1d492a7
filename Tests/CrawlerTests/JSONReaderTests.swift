import Foundation
import TestSupport
import Testing

@testable import Crawler

@Suite struct JSONReaderTests {
    static let documents: [(String, JSONValue?)] = [
        ("", nil), (" ", nil), ("null", .null), (" true ", .boolean(true)), ("false", .boolean(false)), ("tru", nil),
        ("nulll", nil), ("True", nil), ("0", .number("0")), ("-0", .number("-0")), ("01", nil), ("-", nil), ("+1", nil),
        ("1.", nil), (".5", nil), ("1.50", .number("1.50")), ("1e5", .number("1e5")), ("1E+05", .number("1E+05")),
        ("1e", nil), ("1e-", nil), ("0x1", nil), ("NaN", nil), ("[1 2]", nil), ("[1,]", nil), ("[,1]", nil), ("[", nil),
        ("]", nil), ("[]", .list([])), ("[ ]", .list([])), ("[[],[null]]", .list([.list([]), .list([.null])])),
        ("{}", .object([:])), (#"{"a":1,"a":2}"#, .object(["a": .number("2")])), (#"{"a"}"#, nil), (#"{a:1}"#, nil),
        (#"{"a":1,}"#, nil), (#"{"a":1"#, nil), ("{\"\" : \t\r\n1}", .object(["": .number("1")])), ("1 2", nil),
        (#""""#, .text("")), ("\"a\u{7F}\"", .text("a\u{7F}")), ("\"\n\"", nil), ("\"a", nil), (#""\"#, nil),
        (#""\"\\\/\b\f\n\r\t""#, .text("\"\\/\u{8}\u{C}\n\r\t")), (#""\x""#, nil), (#""\u00e9\u0000""#, .text("é\0")),
        (#""\ud83d\ude00""#, .text("😀")), (#""\ud83d""#, .text("\u{FFFD}")), (#""\u12"#, nil), (#""\u12g4""#, nil),
        ("// x\n1", nil), ("'a'", nil), ("\u{FEFF}1", nil),
        ("123456789012345678901234567890", .number("123456789012345678901234567890")),
    ]

    @Test(arguments: documents) func documentsAreReadOrRefused(text: String, value: JSONValue?) {
        let found = try? JSONValue(document: Array(text.utf8))  // nil is one of the answers
        #expect(found == value)
    }

    @Test(arguments: [("[", "]"), (#"{"a":"#, "}")]) func depthIsBounded(open: String, close: String) {
        func nested(_ depth: Int) -> [UInt8] {
            Array((String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)).utf8)
        }
        #expect(JSONReader.value(of: nested(64)) != nil)
        for depth in [65, 100_000] { #expect(JSONReader.value(of: nested(depth)) == nil) }
    }

    /// Random changes of a document never crash, and Foundation takes and refuses the same ones.
    @Test func mutationsAreReadAsFoundationReadsThem() {
        let sample = Array(#"{"a":[1,-2.5e3,true,null,"x\u00e9\n"],"b":{"c":"","d":[]}, "e":false}"#.utf8)
        let bytes = Array(#"{}[]",:0123.-+eE \tfnu"#.utf8)
        var random = SplitMix(state: 7)
        var counts = [true: 0, false: 0]
        for _ in 0..<30_000 {
            var changed = sample
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: 0..<changed.count, using: &random)
                let byte = bytes[Int.random(in: 0..<bytes.count, using: &random)]
                switch Int.random(in: 0..<3, using: &random) {
                case 0: changed[place] = byte
                case 1: changed.insert(byte, at: place)
                default: if changed.count > 1 { changed.remove(at: place) }
                }
            }
            let text = String(decoding: changed, as: UTF8.self)
            // Foundation takes a comma before the end, and refuses numbers that Double cannot hold.
            if text.contains(/,\s*[\]}]|[eE][-+]?\d{3}/) { continue }
            let isRead = JSONReader.value(of: changed) != nil
            let reference = try? JSONSerialization.jsonObject(with: Data(changed), options: .fragmentsAllowed)
            #expect(isRead == (reference != nil), "\(text)")
            counts[isRead, default: 0] += 1
        }
        #expect(counts.values.allSatisfy { $0 > 1000 })
    }
}
