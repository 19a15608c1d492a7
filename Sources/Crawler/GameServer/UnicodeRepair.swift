/// Makes JSON from an upstream well-formed Unicode, once, before it is read: players' names are cut by programs that
/// count UTF-16, and half a character must not cost a whole board.
///
/// Every half of a surrogate pair and every other ill-formed sequence becomes U+FFFD, as in Unicode 15, section 3.9
/// ("substitution of maximal subparts"). All else stays byte for byte.
enum UnicodeRepair {
    private static let backslash = UInt8(ascii: "\\")
    /// `\uXXXX`
    private static let escapeLength = 6

    static func repaired(_ bytes: [UInt8]) -> [UInt8] {
        // Validating is cheap; copying is for the few bodies that need it.
        var repaired =
            String(validating: bytes, as: UTF8.self) == nil ? Array(String(decoding: bytes, as: UTF8.self).utf8) : bytes
        var index = 0
        while let found = repaired[index...].firstIndex(of: backslash) {
            guard let unit = codeUnit(at: found, in: repaired) else {
                // Some other escape: what follows the backslash belongs to it, another backslash too.
                index = min(found + 2, repaired.count)
                continue
            }
            index = found + escapeLength
            if !UTF16.isSurrogate(unit) { continue }
            if UTF16.isLeadSurrogate(unit), let next = codeUnit(at: index, in: repaired), UTF16.isTrailSurrogate(next) {
                index += escapeLength
                continue
            }
            repaired.replaceSubrange(found + 2..<index, with: "FFFD".utf8)
        }
        return repaired
    }

    /// The code unit whose escape begins there; nil where none does.
    private static func codeUnit(at index: Int, in bytes: [UInt8]) -> UInt16? {
        guard index + escapeLength <= bytes.count, bytes[index] == backslash, bytes[index + 1] == UInt8(ascii: "u")
        else { return nil }
        var value: UInt16 = 0
        for byte in bytes[index + 2..<index + escapeLength] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            value = value << 4 | UInt16(digit)
        }
        return value
    }
}
