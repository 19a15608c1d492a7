/// One header field of a request or an answer.
package struct Header: Hashable, Sendable {
    /// As written; compared without regard to case.
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    /// A name of RFC 9110's token characters, and a value without control characters but the tab.
    ///
    /// Whatever else would let a value end the field and begin another.
    var isWellFormed: Bool {
        Self.isToken(name) && value.utf8.allSatisfy { $0 == 9 || ($0 >= 32 && $0 != 127) }
    }

    static func isToken(_ text: String) -> Bool {
        let marks = "!#$%&'*+-.^_`|~".utf8
        return !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default:
                    marks.contains(byte)
                }
            }
    }
}
