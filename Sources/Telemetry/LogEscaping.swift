/// Writes text so that no value can end a line, forge another or move a terminal's cursor.
enum LogEscaping {
    /// The longest text written of one value, in Unicode scalars. Longer ones are cut and end in `…`: a line is for
    /// reading, and an answer of megabytes that strayed into metadata must not fill the disk.
    static let longestText = 4096

    /// The text with control characters, line separators and direction overrides as `\n`, `\t`, `\r` or `\uXXXX`,
    /// and a backslash doubled; with `quotes`, also `"` as `\"`. The result fits between the quotes of a JSON string.
    static func escape(_ text: String, quotes: Bool) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        var left = longestText
        for scalar in text.unicodeScalars {
            guard left > 0 else { return result + "…" }
            left -= 1
            switch scalar {
            case "\\": result += "\\\\"
            case "\"" where quotes: result += "\\\""
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where isHidden(scalar):
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// The text in quotes where it could be taken for more than one word, else as it is.
    static func word(_ text: String) -> String {
        let isPlain = !text.isEmpty && text.unicodeScalars.allSatisfy { $0 > " " && $0 != "\"" && $0 != "=" }
        return isPlain ? escape(text, quotes: false) : quoted(text)
    }

    /// The text as a JSON string.
    static func quoted(_ text: String) -> String { "\"" + escape(text, quotes: true) + "\"" }

    /// All of these are below U+10000, so that four digits write them.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F: true  // C0, DEL and C1 controls
        case 0x2028, 0x2029: true  // line and paragraph separator
        case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069: true  // marks and overrides of direction
        case 0xFEFF: true  // byte order mark
        default: false
        }
    }
}
