import Foundation
import Testing

@testable import Publisher

struct JSONWriterTests {
    @Test func writesNestedValuesInTheOrderOfTheCalls() {
        var writer = JSONWriter()
        writer.object { writer in
            writer.field("b", 1)
            writer.field("a", "x")
            writer.field("none", nil as String?)
            writer.field("flag", true)
            writer.objectField("empty") { _ in }
            writer.arrayField("rows") { writer in
                writer.array { $0.numbers([1, nil, -3]) }
                writer.array { _ in }
                writer.null()
            }
            writer.column("column", [7])
        }
        #expect(
            String(decoding: writer.bytes, as: UTF8.self)
                == #"{"b":1,"a":"x","none":null,"flag":true,"empty":{},"rows":[[1,null,-3],[],null],"column":[7]}"#)
    }

    @Test(arguments: [
        "", "plain", "quote \" and \\ slash /", "\u{0}\u{1}\u{1f}\n\r\t", "みく🌊 👩‍👩‍👧", "\u{2028}\u{202e}\u{7f}",
        "e\u{301}", "\u{600}\"",
    ])
    func textComesBackFromAnotherParser(_ text: String) throws {
        var writer = JSONWriter()
        writer.array { $0.string(text) }
        let back = try JSONDecoder().decode([String].self, from: Data(writer.bytes))
        #expect(back.map { Array($0.utf8) } == [Array(text.utf8)])
    }

    @Test(arguments: [
        (0, "0"), (-1, "-1"), (1_234_567_890, "1234567890"), (9_007_199_254_740_991, "9007199254740991"),
        (9_007_199_254_740_992, "9007199254740991"), (Int64.max, "9007199254740991"),
        (Int64.min, "-9007199254740991"),
    ])
    func numbersStayWithinWhatJavaScriptHolds(_ value: Int64, _ text: String) {
        var writer = JSONWriter()
        writer.integer(value)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == text)
    }
}
