/// Writes JSON byte by byte: the same calls give the same bytes, without spaces and in the order of the calls.
///
/// The caller keeps the order of names and values; a name without a value is its fault.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    private var needsComma = false

    /// - Parameter capacity: the bytes expected, so that the buffer grows once.
    init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    /// Numbers beyond ±(2^53 − 1) are not exact in JavaScript; published ones stay within.
    static let largestNumber: Int64 = 9_007_199_254_740_991

    /// The nearest number that JavaScript holds exactly.
    static func exact(_ value: Int64) -> Int64 { min(max(value, -largestNumber), largestNumber) }

    mutating func object(_ body: (inout JSONWriter) -> Void) { nested("{", "}", body) }
    mutating func array(_ body: (inout JSONWriter) -> Void) { nested("[", "]", body) }

    /// The name of the next value of an object.
    mutating func name(_ name: String) {
        string(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// A whole number, moved to the nearest that JavaScript holds exactly.
    mutating func integer(_ value: Int64) {
        separate()
        appendDigits(of: Self.exact(value))
        needsComma = true
    }

    mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }
    mutating func null() { literal("null") }

    /// A text, escaped where JSON asks for it: quotes, backslashes and control characters. The rest stays UTF-8.
    mutating func string(_ text: String) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 { appendEscaped(byte) }
        bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    private mutating func nested(_ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void) {
        separate()
        bytes.append(UInt8(ascii: open))
        needsComma = false
        body(&self)
        bytes.append(UInt8(ascii: close))
        needsComma = true
    }

    private mutating func literal(_ text: StaticString) {
        separate()
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
    }

    private mutating func appendEscaped(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(byte)
        case UInt8(ascii: "\n"): bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "n")])
        case UInt8(ascii: "\t"): bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "t")])
        case 0..<0x20:
            bytes.append(contentsOf: Array("\\u00".utf8))
            bytes.append(Self.hexadecimal[Int(byte >> 4)])
            bytes.append(Self.hexadecimal[Int(byte & 15)])
        default: bytes.append(byte)
        }
    }

    private mutating func appendDigits(of value: Int64) {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        var rest = value.magnitude
        let start = bytes.count
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }

    private static let hexadecimal = Array("0123456789abcdef".utf8)
}
