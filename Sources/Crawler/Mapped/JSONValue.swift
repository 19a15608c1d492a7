import FoundationEssentials

/// Any JSON value, its numbers as they were written.
enum JSONValue: Hashable, Sendable {
    case null
    case boolean(Bool)
    case number(String)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])

    /// Reads a document, ill-formed Unicode as U+FFFD.
    ///
    /// - Throws: `UpstreamError.malformed`, which quotes nothing of it.
    init(document bytes: [UInt8]) throws(UpstreamError) {
        guard let value = JSONReader.value(of: UnicodeRepair.repaired(bytes)) else { throw .malformed("not JSON") }
        self = value
    }

    /// A number as it is, and text that is one, to 38 digits.
    var decimal: Decimal? {
        switch self {
        case .number(let digits): Decimal(string: digits)
        case .text(let text): Self.isNumber(text) ? Decimal(string: text) : nil
        case .null, .boolean, .list, .object: nil
        }
    }

    /// Text as it is, and a number as its digits: what ids and names are.
    var words: String? {
        switch self {
        case .number(let text), .text(let text): text
        case .null, .boolean, .list, .object: nil
        }
    }

    /// Digits with a sign and a fraction at most: what `Decimal` takes beside these is a number to nobody else.
    private static func isNumber(_ text: String) -> Bool {
        let parts = (text.hasPrefix("-") ? text.dropFirst() : text[...]).split(
            separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        return parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) }
    }
}

extension Decimal {
    /// The whole number it is; nil where it has a fraction or is out of range.
    var whole: Int64? { Int64(description) }
}
